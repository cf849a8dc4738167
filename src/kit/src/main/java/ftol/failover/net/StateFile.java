package ftol.failover.net;

import ftol.failover.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A node's disk: one file, replaced as a whole. A crash in the middle of {@link #write} leaves the last state. It survives
 * the end of the process, which is what is done to nodes here; it is not forced to the device, so a power failure may take it.
 */
final class StateFile {
    private static final int MAGIC = 0x6673746f;

    private final Path file;
    private final Path lost;

    /** @param folder the node's own, and there */
    StateFile(Path folder) {
        this.file = folder.resolve("state");
        this.lost = folder.resolve("disk-lost");
    }

    /** What was written last, {@link State#NOTHING} if nothing was. Throws IOException if it is damaged: better no node than one that forgot. */
    State read() throws IOException {
        if (!Files.exists(file)) {
            return State.NOTHING;
        }
        byte[] bytes = Files.readAllBytes(file);
        int body = bytes.length - Long.BYTES;
        if (body < 0 || ByteBuffer.wrap(bytes).getLong(body) != checksum(bytes, body)) {
            throw new IOException(file + " is damaged: its checksum is wrong. The node does not start from it, since it"
                    + " would have forgotten what it promised. Restart it without its disk.");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, body));
        if (in.readInt() != MAGIC) {
            throw new IOException(file + " is not a state file.");
        }
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeLong(state.epoch());
        out.writeInt(state.log().size());
        for (String entry : state.log()) {
            out.writeUTF(entry);
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        Path next = file.resolveSibling("state.next");
        Files.write(next, bytes.toByteArray());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(lost);
    }

    /** Throws the disk away. */
    void lose() throws IOException {
        Files.deleteIfExists(file);
        Files.write(lost, new byte[0]);
    }

    /** Was the disk lost, and nothing written since? */
    boolean isLost() {
        return Files.exists(lost);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
