package ftol.failover.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** What waits to be written to a connection that does not take it at once: a peer that is frozen must not stop us. */
final class FrameWriter {
    /** When so many bytes wait, the rest is lost. */
    static final int MAX_WAITING = 4 << 20;

    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private int bytes;

    /** Appends an encoded frame. False if too much waits already; then it is lost. */
    boolean add(ByteBuffer frame) {
        if (bytes + frame.remaining() > MAX_WAITING) {
            return false;
        }
        ByteBuffer whole = withLength(frame);
        bytes += whole.remaining();
        waiting.add(whole);
        return true;
    }

    /** An encoded frame as a connection carries it: preceded by its length and that number's complement. */
    static ByteBuffer withLength(ByteBuffer frame) {
        int length = frame.remaining();
        return ByteBuffer.allocate(FrameReader.PREFIX + length)
                .putInt(length)
                .putInt(~length)
                .put(frame)
                .flip();
    }

    /** Writes as much as the connection takes without waiting. True if nothing is left. */
    boolean flush(WritableByteChannel channel) throws IOException {
        while (!waiting.isEmpty()) {
            bytes -= channel.write(waiting.peek());
            if (waiting.peek().hasRemaining()) {
                return false;
            }
            waiting.remove();
        }
        return true;
    }
}
