package ftol.failover.net;

import ftol.failover.net.Rejected.Reason;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection that somebody else has opened: the peer, over which it sends; or a client, which gets its answers here. */
final class Inbound implements Ready {
    /** So that a flood from one connection leaves time for the others, in bytes. */
    private static final int MAX_AT_ONCE = 256 * 1024;

    /** What a connection needs of its node. */
    interface Owner {
        /** A frame has arrived. Throws if whoever sends this is not to be listened to any more. */
        void received(Frame frame, Inbound from) throws Rejected;

        void rejected(Reason reason);

        void ended(Inbound connection);
    }

    private final Owner owner;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final FrameCodec codec;
    private final FrameReader reader;
    private final FrameWriter writer = new FrameWriter();
    private long peerIncarnation;

    Inbound(Owner owner, SocketChannel channel, SelectionKey key, FrameCodec codec) {
        this.owner = owner;
        this.channel = channel;
        this.key = key;
        this.codec = codec;
        this.reader = new FrameReader(codec);
    }

    /** If the peer is at the other end: which start of it. Else 0. */
    long peerIncarnation() {
        return peerIncarnation;
    }

    void fromPeer(long incarnation) {
        peerIncarnation = incarnation;
    }

    @Override
    public boolean client() {
        return peerIncarnation == 0;
    }

    @Override
    public int ready() {
        int read = 0;
        try {
            if (key.isWritable()) {
                flush();
            }
            while (key.isReadable() && read < MAX_AT_ONCE) {
                int bytes = reader.read(channel);
                if (bytes < 0) {
                    end();
                    return read + 1;
                }
                if (bytes == 0) {
                    break;
                }
                read += bytes;
                for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
                    owner.received(frame, this);
                }
            }
        } catch (Rejected e) {
            owner.rejected(e.reason());
            end();
            read++;
        } catch (IOException e) {
            end();
            read++;
        }
        return read;
    }

    /** Sends an answer. If the connection has ended, it is lost. */
    void send(Frame frame) {
        if (key.isValid() && writer.add(codec.encode(frame))) {
            try {
                flush();
            } catch (IOException e) {
                // That it has ended is read, after all that came before.
                key.interestOps(SelectionKey.OP_READ);
            }
        }
    }

    void end() {
        NodeLoop.close(channel);
        owner.ended(this);
    }

    private void flush() throws IOException {
        key.interestOps(writer.flush(channel) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
}
