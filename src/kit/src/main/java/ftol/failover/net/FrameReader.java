package ftol.failover.net;

import ftol.failover.net.Rejected.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Cuts a connection's bytes into frames. Each is preceded by its length, twice, as the frame's own checksum comes too late for
 * it: who believes a damaged length waits for bytes that nobody sends, for minutes, and the connection looks alive.
 */
final class FrameReader {
    /** What precedes a frame, in bytes. */
    static final int PREFIX = 2 * Integer.BYTES;

    private final FrameCodec codec;
    private ByteBuffer buffer = ByteBuffer.allocate(4 * 1024);

    FrameReader(FrameCodec codec) {
        this.codec = codec;
    }

    /** Reads some of what has arrived, without waiting. Returns how much, and -1 if the other side has closed. */
    int read(ReadableByteChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            // Only as bytes arrive, whatever length they announce.
            ByteBuffer larger = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), 2 * buffer.capacity()));
            buffer = larger.position(buffer.position());
        }
        return channel.read(buffer);
    }

    /** The next frame that is complete, or null. After it threw, the rest of the connection makes no sense. */
    Frame next() throws Rejected {
        if (buffer.position() < PREFIX) {
            return null;
        }
        int length = buffer.getInt(0);
        if (length != ~buffer.getInt(Integer.BYTES) || length < FrameCodec.MIN_BYTES || length > FrameCodec.MAX_BYTES) {
            throw new Rejected(Reason.LENGTH);
        }
        if (buffer.position() < PREFIX + length) {
            return null;
        }
        Frame frame = codec.decode(ByteBuffer.wrap(buffer.array(), PREFIX, length));
        buffer.flip().position(PREFIX + length);
        buffer.compact();
        return frame;
    }
}
