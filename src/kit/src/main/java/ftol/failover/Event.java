package ftol.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of the event log, which simulated and real runs both write, and which pictures and checks read.
 *
 * @param time in nanoseconds since the run began
 * @param kind what happened; says what the other fields hold
 * @param node where: 0 or 1 for a replica, {@link #CLIENT} and more for a client
 * @param peer the other one involved, or -1
 * @param number names a message, request or operation; else 0
 * @param epoch of a message or role; else 0
 * @param text a word, or "" if there is nothing to say; never with a space in it
 * @param log entries, if any
 */
public record Event(long time, Kind kind, int node, int peer, long number, long epoch, String text, List<String> log) {
    /** The first client; the second is one more. */
    public static final int CLIENT = 100;

    /** The text of a client's request to append; its log holds the entry. */
    public static final String APPEND = "APPEND";

    /** The text of a client's request to read. */
    public static final String READ = "READ";

    /** The text of an answer to a client's request, which has the request's number. */
    public static final String REPLY = "REPLY";

    /** The text of an answer that names another node, in {@code log}. It has the request's number. */
    public static final String REDIRECT = "REDIRECT";

    /** What happened. */
    public enum Kind {
        /** A node started; the text is its {@link Env.Boot}, epoch and log are what was on its disk. */
        START,
        /** A node's process ended after it was asked to stop. */
        STOP,
        /** A node crashed. */
        CRASH,
        /** A node was frozen. */
        PAUSE,
        /** A frozen node goes on. */
        RESUME,
        /** From now on a node acknowledges what clients append and forgets it; for all else it works well. */
        LIE,
        /** From now on nothing gets from {@code node} to {@code peer}. */
        CUT,
        /** From now on messages get from {@code node} to {@code peer} again. */
        HEAL,
        /** A message left; the text is its kind. Node, peer and number name it. A message never received was lost. */
        SEND,
        /** A message from {@code peer} arrived; as sent, and twice if it was duplicated. */
        RECEIVE,
        /** A node was told that its connection to the peer has ended. */
        CLOSED,
        /** A node reported its role, the text, and its epoch. */
        ROLE,
        /** A client began an operation: to append the entry in {@code log}, or to read; the text says which. */
        INVOKE,
        /** The client's operation is done; for a read, {@code log} is what it read. */
        DONE
    }

    public Event {
        log = List.copyOf(log);
    }

    /** The same at another time, in nanoseconds since the run began. */
    public Event at(long newTime) {
        return new Event(newTime, kind, node, peer, number, epoch, text, log);
    }

    /** The event as one line: {@code time kind node peer number epoch text log}, in which "-" stands for nothing. */
    public String line() {
        return time + " " + kind + " " + node + " " + peer + " " + number + " " + epoch + " "
                + (text.isEmpty() ? "-" : text) + " " + (log.isEmpty() ? "-" : String.join(",", log));
    }

    /** The event that {@link #line} wrote. Throws IllegalArgumentException if it is not such a line. */
    public static Event parse(String line) {
        String[] word = line.strip().split(" ", -1);
        if (word.length != 8) {
            throw new IllegalArgumentException("Not an event: " + line);
        }
        return new Event(
                Long.parseLong(word[0]),
                Kind.valueOf(word[1]),
                Integer.parseInt(word[2]),
                Integer.parseInt(word[3]),
                Long.parseLong(word[4]),
                Long.parseLong(word[5]),
                word[6].equals("-") ? "" : word[6],
                word[7].equals("-") ? List.of() : List.of(word[7].split(",", -1)));
    }

    /** Events as text, one line each. */
    public static String text(List<Event> events) {
        return events.stream().map(Event::line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The events of a text; empty lines are skipped. */
    public static List<Event> parseAll(String text) {
        List<Event> events = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> events.add(parse(line)));
        return events;
    }
}
