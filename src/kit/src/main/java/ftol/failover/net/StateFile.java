package ftol.failover.net;

import ftol.failover.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A node's disk: two files for a state, and a third, one byte long, that says which of them holds. A state is written to the
 * other one, which holds as soon as the byte has changed; so a crash in the middle of {@link #write} leaves the last state.
 * (Renaming a file does the same, but takes ten times as long where the file system then begins to bring it to the device.)
 * What was written survives the end of the process, which is what is done to nodes here; it is not forced to the device, so a
 * power failure may take it.
 *
 * <p>Used by one thread of one process at a time.
 */
final class StateFile {
    private static final int MAGIC = 0x6673746f;
    /** The magic number and the body's length. */
    private static final int HEADER = 2 * Integer.BYTES;

    private static final int UNKNOWN = -1;

    private final List<Path> files;
    private final Path which;
    private final Path lost;
    /** The number of the file that holds, if this object has looked. */
    private int holds = UNKNOWN;

    /** @param folder the node's own, and there */
    StateFile(Path folder) {
        this.files = List.of(folder.resolve("state-0"), folder.resolve("state-1"));
        this.which = folder.resolve("which");
        this.lost = folder.resolve("disk-lost");
    }

    /** What was written last, {@link State#NOTHING} if nothing was. Throws IOException if it is damaged: better no node than one that forgot. */
    State read() throws IOException {
        if (!Files.exists(which)) {
            return State.NOTHING;
        }
        Path file = files.get(which());
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        ByteBuffer header = ByteBuffer.wrap(bytes);
        long length = bytes.length < HEADER ? -1 : header.getInt(Integer.BYTES);
        // What comes after that was left by a longer state.
        if (length < 0
                || HEADER + length + Long.BYTES > bytes.length
                || header.getInt() != MAGIC
                || header.getLong(HEADER + (int) length) != checksum(bytes, (int) length)) {
            throw damaged(file);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, (int) length));
        long epoch = in.readLong();
        int count = in.readInt();
        List<String> log = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            log.add(in.readUTF());
        }
        return new State(epoch, log);
    }

    /** Replaces the state. When this returns, a new process finds it. */
    void write(State state) throws IOException {
        boolean first = holds == UNKNOWN;
        if (first && Files.exists(which)) {
            holds = which();
        }
        int next = holds == 0 ? 1 : 0;
        overwrite(files.get(next), bytes(state));
        overwrite(which, new byte[] {(byte) ('0' + next)});
        holds = next;
        if (first) {
            Files.deleteIfExists(lost);
        }
    }

    private static byte[] bytes(State state) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeLong(state.epoch());
        out.writeInt(state.log().size());
        for (String entry : state.log()) {
            out.writeUTF(entry);
        }
        byte[] bytes = ByteBuffer.allocate(HEADER + body.size() + Long.BYTES)
                .putInt(MAGIC)
                .putInt(body.size())
                .put(body.toByteArray())
                .array();
        ByteBuffer.wrap(bytes).putLong(HEADER + body.size(), checksum(bytes, body.size()));
        return bytes;
    }

    /** Without making the file shorter, after which some file systems write it to the device at once. */
    private static void overwrite(Path file, byte[] bytes) throws IOException {
        try (WritableByteChannel out =
                Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
        }
    }

    /** Throws the disk away. */
    void lose() throws IOException {
        Files.deleteIfExists(which);
        Files.write(lost, new byte[0]);
        holds = UNKNOWN;
    }

    /** Was the disk lost, and nothing written since? */
    boolean isLost() {
        return Files.exists(lost);
    }

    /** The number of the file that holds. */
    private int which() throws IOException {
        byte[] number = Files.readAllBytes(which);
        if (number.length != 1 || (number[0] != '0' && number[0] != '1')) {
            throw damaged(which);
        }
        return number[0] - '0';
    }

    private static IOException damaged(Path file) {
        return new IOException(
                file + " is damaged. The node does not start from it, since it would have forgotten what it"
                        + " promised. Restart it without its disk.");
    }

    /** Of the header, too. */
    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, HEADER + length);
        return crc.getValue();
    }
}
