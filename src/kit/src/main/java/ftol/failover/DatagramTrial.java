package ftol.failover;

import ftol.check.Bounded;
import ftol.check.Status;
import ftol.check.SubmissionFailure;
import ftol.failover.DatagramTraffic.Item;
import ftol.failover.DatagramTraffic.Kind;
import ftol.failover.Heartbeats.Heartbeat;
import ftol.failover.Heartbeats.Link;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends traffic over real sockets on this machine and lets a class receive it: after each datagram the secondary's
 * {@code receive} is called once, so that it is known what was returned for which. Heartbeats of the primary are sent with
 * the class's own {@code send}, over a socket that plays the network: it looks at the bytes, then loses or delivers them.
 *
 * @param traffic what was sent
 * @param verdicts what became of each
 */
public record DatagramTrial(DatagramTraffic traffic, List<Verdict> verdicts) {
    private static final long MS = 1_000_000;

    /** A heartbeat is there at once; should the machine be busy, no harm is done. */
    private static final long PATIENT = 2_000 * MS;

    /** For what is to be ignored. */
    private static final long SHORT = 20 * MS;

    private static final long IN_FLOOD = 200 * MS;

    /** Who lets garbage prolong the wait is kept waiting for so long. */
    private static final long FLOOD = 3_000 * MS;

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final Duration TOO_LONG = Duration.ofSeconds(6);

    /** What became of an item. */
    public enum Verdict {
        /** {@code receive} returned it, as it should. */
        ACCEPTED("accepted", "was accepted"),
        /** {@code receive} ignored it, or it was lost. */
        IGNORED("ignored", "was ignored"),
        /** {@code receive} returned a heartbeat where it should have ignored what was there. */
        WRONGLY_ACCEPTED("taken", "was accepted"),
        /** {@code receive} returned nothing, or another heartbeat. */
        MISSED("missed", "was not returned"),
        /** {@code send} sent other bytes than those of the frame. */
        OTHER_BYTES("bytes", "was sent with other bytes"),
        /** {@code send} sent nothing to its peer. */
        NOT_SENT("not sent", "was not sent"),
        /** {@code receive} went on waiting beyond its timeout as long as garbage arrived. */
        KEPT_WAITING("waits", "made receive wait longer");

        private final String word;
        private final String sentence;

        Verdict(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** False for a mistake. */
        public boolean right() {
            return this == ACCEPTED || this == IGNORED;
        }

        /** A word or two for it. */
        public String word() {
            return word;
        }

        /** What is to be said of the item: "was accepted". */
        public String sentence() {
            return sentence;
        }
    }

    public DatagramTrial {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Runs the traffic. It takes about 20 ms for each datagram that is ignored. All sockets are closed in the end, however it
     * ends.
     *
     * @param objects makes a new object each time: {@code SocketHeartbeats::new}
     * @throws SubmissionFailure if the class does what cannot go on, in words for the student
     * @throws Exception what the class throws
     */
    public static DatagramTrial of(Supplier<? extends Heartbeats> objects, DatagramTraffic traffic) throws Exception {
        try (Sockets sockets = new Sockets()) {
            Link there = link(sockets.primary, sockets.network);
            Link back = link(sockets.secondary, sockets.primary);
            Heartbeats sender = objects.get();
            Heartbeats receiver = objects.get();
            List<Verdict> verdicts = new ArrayList<>();
            for (Item item : traffic.items()) {
                Verdict sent = sockets.send(item, sender, there);
                Verdict received = receive(item, receiver, back, sockets);
                verdicts.add(sent.right() ? received : sent);
                sockets.requireOpen();
            }
            return new DatagramTrial(traffic, verdicts);
        }
    }

    private static Verdict receive(Item item, Heartbeats receiver, Link back, Sockets sockets) throws Exception {
        return switch (item.kind()) {
            case HEARTBEAT ->
                receive(receiver, back, PATIENT).equals(item.heartbeat()) ? Verdict.ACCEPTED : Verdict.MISSED;
            case FLOOD -> {
                try (Flood flood = new Flood(sockets.primary, item, sockets.secondary)) {
                    boolean nothing = receive(receiver, back, IN_FLOOD).isEmpty();
                    yield flood.isOver() ? Verdict.KEPT_WAITING : nothing ? Verdict.IGNORED : Verdict.WRONGLY_ACCEPTED;
                }
            }
            default -> receive(receiver, back, SHORT).isEmpty() ? Verdict.IGNORED : Verdict.WRONGLY_ACCEPTED;
        };
    }

    private static Link link(DatagramSocket from, DatagramSocket to) {
        return new Link(
                from, (InetSocketAddress) to.getLocalSocketAddress(), DatagramTraffic.CLUSTER, System::nanoTime);
    }

    private static void send(DatagramSocket from, Item item, DatagramSocket to) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(item.hex());
        from.send(new DatagramPacket(bytes, bytes.length, to.getLocalSocketAddress()));
    }

    /** The sockets of a trial: each on a free port of this machine, and nothing of them is left when it ends. */
    private static final class Sockets implements AutoCloseable {
        private final DatagramSocket primary = new DatagramSocket(ANY_PORT);
        private final DatagramSocket secondary = new DatagramSocket(ANY_PORT);
        private final DatagramSocket stranger = new DatagramSocket(ANY_PORT);
        private final DatagramSocket network = new DatagramSocket(ANY_PORT);

        Sockets() throws SocketException {
            network.setSoTimeout((int) (PATIENT / MS));
        }

        /** Sends an item; says whether it is what should be sent. */
        Verdict send(Item item, Heartbeats sender, Link link) throws Exception {
            switch (item.kind()) {
                case FROM_PRIMARY -> DatagramTrial.send(primary, item, secondary);
                case FROM_STRANGER -> DatagramTrial.send(stranger, item, secondary);
                case HEARTBEAT, LOST -> {
                    sender.send(link, item.heartbeat().orElseThrow());
                    return carry(item);
                }
                case FLOOD -> {}
            }
            return Verdict.ACCEPTED;
        }

        /** Takes what the class sent, and delivers it from the primary's address unless it is lost. */
        private Verdict carry(Item item) throws IOException {
            requireOpen();
            DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
            try {
                network.receive(packet);
            } catch (SocketTimeoutException e) {
                return Verdict.NOT_SENT;
            }
            String hex = HexFormat.of().formatHex(packet.getData(), 0, packet.getLength());
            if (item.kind() == Kind.HEARTBEAT) {
                packet.setSocketAddress(secondary.getLocalSocketAddress());
                primary.send(packet);
            }
            return hex.equals(item.hex()) ? Verdict.ACCEPTED : Verdict.OTHER_BYTES;
        }

        void requireOpen() {
            if (primary.isClosed() || secondary.isClosed()) {
                throw new SubmissionFailure(
                        Status.FAIL, "Your class closed the socket. It is not yours: leave it open.");
            }
            if (primary.isConnected() || secondary.isConnected()) {
                throw new SubmissionFailure(
                        Status.FAIL, "Your class connected the socket. It is not yours: leave it as it is.");
            }
        }

        @Override
        public void close() {
            for (DatagramSocket socket : List.of(primary, secondary, stranger, network)) {
                socket.close();
            }
        }
    }

    /** On a thread of its own: a receive that waits for ever ends only when its socket is closed. */
    private static Optional<Heartbeat> receive(Heartbeats receiver, Link link, long timeout) throws Exception {
        try {
            Optional<Heartbeat> heartbeat =
                    Bounded.call(() -> receiver.receive(link, timeout), TOO_LONG, Optional::empty);
            if (heartbeat == null) {
                throw new SubmissionFailure(Status.FAIL, "receive returned null. Nothing is Optional.empty().");
            }
            return heartbeat;
        } catch (TimeoutException e) {
            throw new SubmissionFailure(
                    Status.TIMEOUT,
                    "receive was called with a timeout of " + timeout / MS + " ms and had not returned after "
                            + TOO_LONG.toSeconds() + " s.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** Sends garbage every few milliseconds, until it is closed or is over. */
    private static final class Flood implements AutoCloseable {
        private final Thread thread;
        private volatile boolean stopped;
        private volatile boolean over;

        Flood(DatagramSocket from, Item item, DatagramSocket to) {
            thread = new Thread(() -> run(from, item, to), "flood");
            thread.setDaemon(true);
            thread.start();
        }

        private void run(DatagramSocket from, Item item, DatagramSocket to) {
            long start = System.nanoTime();
            try {
                while (!stopped && System.nanoTime() - start < FLOOD) {
                    send(from, item, to);
                    Thread.sleep(5);
                }
                over = !stopped;
            } catch (IOException | InterruptedException e) {
                // The sockets are closed: so it ends.
            }
        }

        boolean isOver() {
            return over;
        }

        @Override
        public void close() {
            stopped = true;
        }
    }
}
