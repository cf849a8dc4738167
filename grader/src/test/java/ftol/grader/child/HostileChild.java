package ftol.grader.child;

import ftol.check.LocalSource;
import ftol.check.Part;
import ftol.check.StudentCode;
import ftol.grader.sandbox.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A child in this JVM, without a process: answers as the reference does, and now and then as a hostile one could. After a
 * frame that is not whole its pipe ends.
 */
final class HostileChild extends Process {
    /** What it may do to an answer; returns the bytes that go over the pipe, of which the first four are the length. */
    @FunctionalInterface
    interface Damage {
        byte[] to(byte[] frame, Method method, Random random) throws IOException;
    }

    private final Part part;
    private final Damage damage;
    private final Random random;
    private final Method[] methods;
    private final LocalSource reference;
    private final List<Object> objects = new ArrayList<>();
    private byte[] pipe = {};
    private int read;

    private HostileChild(Part part, Damage damage, Random random) {
        this.part = part;
        this.damage = damage;
        this.random = random;
        this.methods = Wire.methods(part.tested());
        this.reference = new LocalSource(part, referenceClass(part), StudentCode.UNKNOWN);
    }

    /** The grader's end of such a child. */
    static Child of(Part part, Damage damage, Random random) {
        return new Child(
                new HostileChild(part, damage, random), Limits.standard(), Wire.MAX_ANSWER, Process::destroyForcibly);
    }

    private static Class<?> referenceClass(Part part) {
        try {
            return Class.forName("ftol.reference." + part.className());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Replies to several requests, behind what has not been read yet. */
    private void answer(byte[] requests) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(requests);
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        replies.write(pipe, read, pipe.length - read);
        while (in.available() > 0) {
            replies.writeBytes(reply(Wire.receive(in)));
        }
        pipe = replies.toByteArray();
        read = 0;
    }

    private byte[] reply(DataInputStream in) throws IOException {
        return switch (Wire.constant(in, Wire.Request.class)) {
            case COMPILE -> throw new IOException("Nothing is compiled here");
            case LOAD -> load();
            case CREATE -> {
                objects.add(reference.create(part.tested()));
                yield Wire.frame(out -> {
                    Wire.constant(out, Wire.Reply.VALUE);
                    out.writeInt(objects.size() - 1);
                });
            }
            case CALL -> call(in);
        };
    }

    private byte[] load() throws IOException {
        objects.clear();
        return Wire.frame(out -> Wire.constant(out, Wire.Reply.VALUE));
    }

    private byte[] call(DataInputStream in) throws IOException {
        Object target = objects.get(in.readInt());
        Method method = methods[in.readInt()];
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Codec.read(in, method.getGenericParameterTypes()[i]);
        }
        return damage.to(honest(target, method, arguments), method, random);
    }

    private static byte[] honest(Object target, Method method, Object... arguments) throws IOException {
        try {
            Object value = method.invoke(target, arguments);
            return Wire.frame(out -> {
                Wire.constant(out, Wire.Reply.VALUE);
                Codec.write(out, method.getGenericReturnType(), value);
            });
        } catch (InvocationTargetException e) {
            // The reference throws only what the contract declares.
            return Wire.frame(out -> {
                Wire.constant(out, Wire.Reply.DECLARED);
                out.writeByte(0);
                Codec.write(out, String.class, e.getCause().getMessage());
            });
        } catch (IllegalAccessException e) {
            throw new IOException(e);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            private final ByteArrayOutputStream request = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                request.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                request.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                byte[] whole = request.toByteArray();
                request.reset();
                answer(whole);
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() {
                return read < pipe.length ? pipe[read++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int count = Math.min(length, pipe.length - read);
                System.arraycopy(pipe, read, bytes, from, count);
                read += count;
                return count == 0 && length > 0 ? -1 : count;
            }

            @Override
            public int available() {
                return pipe.length - read;
            }
        };
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
        return exitValue();
    }

    @Override
    public int exitValue() {
        return 1;
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void destroy() {
        pipe = new byte[0];
        read = 0;
    }

    @Override
    public ProcessHandle toHandle() {
        return ProcessHandle.current();
    }
}
