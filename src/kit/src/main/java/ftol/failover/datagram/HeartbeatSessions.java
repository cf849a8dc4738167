package ftol.failover.datagram;

import java.util.List;

/** What tests of part 1b call: a session goes in and its outcomes come back, both plain data. */
public interface HeartbeatSessions {
    /** Plays a session on a new socket, with the object that played the sessions before. One outcome for each call. */
    List<Session.Outcome> play(Session session);
}
