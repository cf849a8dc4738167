package ftol.failover.datagram;

import ftol.failover.Heartbeats;
import ftol.failover.Heartbeats.Heartbeat;
import ftol.failover.Heartbeats.Link;
import ftol.failover.datagram.Session.Outcome;
import ftol.failover.datagram.Session.Outcome.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays sessions with an object in this JVM. */
public final class HostedHeartbeats implements HeartbeatSessions {
    private final Heartbeats heartbeats;

    public HostedHeartbeats(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    /** Throws what the object throws, unless that is right. */
    @Override
    public List<Outcome> play(Session session) {
        VirtualSocket socket = new VirtualSocket(session);
        Link link = new Link(socket, session.peer().socketAddress(), session.cluster(), socket::nanoTime);
        List<Outcome> outcomes = new ArrayList<>();
        for (Session.Call call : session.calls()) {
            Outcome outcome = play(call, link, socket);
            outcomes.add(outcome);
            if (outcome.kind() == Kind.NEVER_ENDS) {
                break;
            }
        }
        return outcomes;
    }

    private Outcome play(Session.Call call, Link link, VirtualSocket socket) {
        socket.advance(call.at());
        try {
            if (call.send() != null) {
                heartbeats.send(link, call.send());
                return outcome(socket, Kind.SENT, null, "");
            }
            Optional<Heartbeat> received = heartbeats.receive(link, call.timeout());
            if (received == null) {
                return outcome(socket, Kind.NULL, null, "");
            }
            return outcome(socket, received.isPresent() ? Kind.RECEIVED : Kind.NOTHING, received.orElse(null), "");
        } catch (NeverEnds e) {
            return outcome(socket, Kind.NEVER_ENDS, null, e.getMessage());
        } catch (IOException e) {
            if (!socket.closedByOwner()) {
                throw HostedHeartbeats.<RuntimeException>asItIs(e);
            }
            return outcome(socket, Kind.THREW, null, e.getClass().getSimpleName());
        }
    }

    private static Outcome outcome(VirtualSocket socket, Kind kind, Heartbeat heartbeat, String text) {
        return new Outcome(kind, heartbeat, socket.now(), socket.takeSent(), socket.closedByCaller(), text);
    }

    /** Whoever runs the object knows how to tell a student what was thrown, and in which line. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
