package ftol.grader.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What goes over the pipes between the grader and a child: frames, each a length of four bytes and then that many bytes.
 * One request, one reply; a child's reply is data, never a verdict.
 */
final class Wire {
    /** Longest frame, in bytes: requests, and what a compiler answers. */
    static final int MAX_FRAME = 8 << 20;

    /**
     * Longest answer of student code, in bytes. Contracts ask for 100 KB at most; as objects an answer can take twenty times
     * as much memory of the grader's.
     */
    static final int MAX_ANSWER = 2 << 20;

    /** The first byte of a request. */
    enum Request {
        COMPILE,
        LOAD,
        CREATE,
        CALL
    }

    /** The first byte of a reply. */
    enum Reply {
        /** The value, in the type that the contract declares. */
        VALUE,
        /** The stub. */
        NOT_WRITTEN,
        /** An exception that the contract declares: which of those the method declares, and its message. */
        DECLARED,
        /** What went wrong: a status and a message for the student. */
        FAILED
    }

    /** Something that writes a frame's content. */
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private Wire() {}

    static void send(OutputStream out, Content content) throws IOException {
        out.write(frame(content));
        out.flush();
    }

    /** A frame, complete with its length; throws IOException if that would be too long. */
    static byte[] frame(Content content) throws IOException {
        return frame(content, MAX_FRAME);
    }

    /** The same with a limit of its own for the length of the content. */
    static byte[] frame(Content content, int longest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[Integer.BYTES]);
        content.writeTo(new DataOutputStream(bytes));
        byte[] frame = bytes.toByteArray();
        int length = frame.length - Integer.BYTES;
        if (length > longest) {
            throw new IOException("A frame of " + length + " bytes; at most " + longest + " are sent");
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            frame[i] = (byte) (length >>> (8 * (Integer.BYTES - 1 - i)));
        }
        return frame;
    }

    /** Reads a frame; memory is taken only as bytes arrive. Throws EOFException if the other side is gone. */
    static DataInputStream receive(InputStream in) throws IOException {
        return receive(in, MAX_FRAME);
    }

    /** The same with a limit of its own for the length of the content. */
    static DataInputStream receive(InputStream in, int longest) throws IOException {
        byte[] header = in.readNBytes(Integer.BYTES);
        if (header.length < Integer.BYTES) {
            throw new EOFException("The other side has closed the pipe");
        }
        int length = new DataInputStream(new ByteArrayInputStream(header)).readInt();
        if (length < 0 || length > longest) {
            throw new IOException("A frame says it has " + length + " bytes; at most " + longest + " are read");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("The other side has closed the pipe in the middle of a frame");
        }
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    /** Writes which constant it is; both sides run the same jar, so its place in the enum will do. */
    @SuppressWarnings("EnumOrdinal")
    static void constant(DataOutputStream out, Enum<?> constant) throws IOException {
        out.writeByte(constant.ordinal());
    }

    /** Reads which constant of this enum it is. */
    static <E> E constant(DataInputStream in, Class<E> type) throws IOException {
        int place = in.readUnsignedByte();
        E[] constants = type.getEnumConstants();
        if (place >= constants.length) {
            throw new IOException("No " + type.getSimpleName() + " has the number " + place);
        }
        return constants[place];
    }

    /** A contract's methods in an order that is the same in every JVM: calls name them by index. */
    static Method[] methods(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .sorted(Comparator.comparing(Method::toGenericString))
                .toArray(Method[]::new);
    }
}
