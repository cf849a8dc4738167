package ftol.failover.net;

import ftol.failover.net.Rejected.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Frames as bytes, all integers big-endian: magic, cluster, kind, the other numbers, how many entries, each entry with its
 * length, and a CRC-32 of all that. Nothing that the bytes say is believed before it was checked, and no memory is taken
 * because they say so.
 */
final class FrameCodec {
    /** No frame is longer, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAGIC = 0x66746f6c;
    private static final int CHECKSUM = Integer.BYTES;
    private static final int HEAD = 3 * Integer.BYTES + 6 * Long.BYTES + 1;
    /** The head without entries, and the checksum. */
    static final int MIN_BYTES = HEAD + CHECKSUM;

    /** A kind is sent as its place in this list. */
    private static final List<Frame.Kind> KINDS = List.of(Frame.Kind.values());

    private final long cluster;

    /** @param cluster a number that other clusters do not have */
    FrameCodec(long cluster) {
        this.cluster = cluster;
    }

    /** The frame as bytes. Throws IllegalArgumentException if there are more than {@link #MAX_BYTES}. */
    ByteBuffer encode(Frame frame) {
        List<byte[]> entries = new ArrayList<>(frame.log().size());
        long length = MIN_BYTES;
        for (String entry : frame.log()) {
            byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
            entries.add(bytes);
            length += Integer.BYTES + bytes.length;
        }
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException("A message has at most " + MAX_BYTES + " bytes; this " + frame.kind()
                    + " with " + entries.size() + " entries has " + length + ".");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        buffer.putInt(MAGIC)
                .putLong(cluster)
                .put((byte) KINDS.indexOf(frame.kind()))
                .putInt(frame.from())
                .putLong(frame.incarnation())
                .putLong(frame.to())
                .putLong(frame.id())
                .putLong(frame.epoch())
                .putLong(frame.number())
                .putInt(entries.size());
        for (byte[] entry : entries) {
            buffer.putInt(entry.length).put(entry);
        }
        return buffer.putInt(checksum(buffer.array(), 0, buffer.position())).flip();
    }

    /** The frame that fills the buffer from its position to its limit. The buffer has an array. */
    Frame decode(ByteBuffer buffer) throws Rejected {
        int length = buffer.remaining();
        require(length >= MIN_BYTES && length <= MAX_BYTES, Reason.LENGTH);
        int begin = buffer.arrayOffset() + buffer.position();
        int end = buffer.limit() - CHECKSUM;
        require(buffer.getInt() == MAGIC, Reason.MAGIC);
        require(buffer.getLong() == cluster, Reason.CLUSTER);
        require(buffer.getInt(end) == checksum(buffer.array(), begin, length - CHECKSUM), Reason.CHECKSUM);
        buffer.limit(end);
        int kind = buffer.get();
        require(kind >= 0 && kind < KINDS.size(), Reason.CONTENT);
        Frame head = new Frame(
                KINDS.get(kind),
                buffer.getInt(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                List.of());
        require(head.from() >= 0 && head.incarnation() >= 0 && head.to() >= 0 && head.epoch() >= 0, Reason.CONTENT);
        List<String> log = entries(buffer);
        return log.isEmpty()
                ? head
                : new Frame(
                        head.kind(),
                        head.from(),
                        head.incarnation(),
                        head.to(),
                        head.id(),
                        head.epoch(),
                        head.number(),
                        log);
    }

    private static List<String> entries(ByteBuffer buffer) throws Rejected {
        int count = buffer.getInt();
        require(count >= 0 && count <= buffer.remaining() / Integer.BYTES, Reason.CONTENT);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            require(buffer.remaining() >= Integer.BYTES, Reason.CONTENT);
            int length = buffer.getInt();
            require(length >= 0 && length <= buffer.remaining(), Reason.CONTENT);
            int begin = buffer.arrayOffset() + buffer.position();
            log.add(new String(buffer.array(), begin, length, StandardCharsets.UTF_8));
            buffer.position(buffer.position() + length);
        }
        require(!buffer.hasRemaining(), Reason.CONTENT);
        return log;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static void require(boolean condition, Reason otherwise) throws Rejected {
        if (!condition) {
            throw new Rejected(otherwise);
        }
    }
}
