package ftol.failover.check;

import static ftol.failover.check.Epochs.ms;

import ftol.failover.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The check for "no acknowledged write lost". Clients append entries that are all different, so the log that is read last
 * tells everything: it holds each acknowledged entry, only entries that were appended, each once, and in an order that
 * agrees with real time. Each earlier read saw the beginning of that log, as far as it had been acknowledged at least.
 *
 * <p>The final log is what the last finished read saw; what was acknowledged after it began need not be in it. Without a
 * finished read there is nothing to check.
 */
public final class AppendLog {
    private final List<Event> events;
    private final List<String> last;
    private final int lastBegan;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> invoked = new HashSet<>();

    /** @param read the index of the last finished read */
    private AppendLog(List<Event> events, int read) {
        this.events = events;
        this.last = events.get(read).log();
        int began = read;
        while (began > 0
                && !(events.get(began).kind() == Event.Kind.INVOKE
                        && events.get(began).node() == events.get(read).node())) {
            began--;
        }
        this.lastBegan = began;
        for (int i = 0; i < last.size(); i++) {
            places.put(last.get(i), i);
        }
    }

    /** The first violation, if there is one. */
    public static Optional<Violation> check(List<Event> events) {
        return check(events, 0);
    }

    /**
     * The first violation, if there is one, of a replica that acknowledges before it has sent a backup.
     *
     * @param mayBeLost what a node acknowledged less than so many nanoseconds before it crashed may be lost. If it is not
     *     0, reads are not held to see the beginning of the final log.
     */
    public static Optional<Violation> check(List<Event> events, long mayBeLost) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (finishedRead(events.get(i))) {
                return new AppendLog(events, i).violation(mayBeLost);
            }
        }
        return Optional.empty();
    }

    private static boolean finishedRead(Event event) {
        return event.kind() == Event.Kind.DONE && event.text().equals(Event.READ);
    }

    private Optional<Violation> violation(long mayBeLost) {
        Map<Integer, Integer> known = new HashMap<>();
        int done = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            String wrong = null;
            if (event.kind() == Event.Kind.INVOKE) {
                known.put(event.node(), done);
                if (!event.log().isEmpty()) {
                    invoked.add(entry(event));
                    int place = places.getOrDefault(entry(event), last.size());
                    if (place < done) {
                        wrong = entry(event) + " is in the log before " + last.get(done - 1)
                                + ", which had been acknowledged before " + entry(event) + " was appended.";
                    }
                }
            } else if (finishedRead(event)) {
                wrong = mayBeLost == 0 ? read(event, known.getOrDefault(event.node(), 0)) : entries(event);
                done = Math.max(done, Math.min(event.log().size(), mayBeLost == 0 ? last.size() : 0));
            } else if (event.kind() == Event.Kind.DONE) {
                Integer place = places.get(entry(event));
                if (place == null && i < lastBegan && !mayBeLost(event, mayBeLost)) {
                    wrong = entry(event) + " was acknowledged by node " + event.peer() + " at " + ms(event.time())
                            + ", but it is not in the final log " + last + "." + tooEarly(event, mayBeLost);
                }
                done = Math.max(done, place == null ? 0 : place + 1);
            }
            if (wrong != null) {
                return Optional.of(new Violation(wrong, i));
            }
        }
        return Optional.empty();
    }

    private static String entry(Event event) {
        return event.log().get(0);
    }

    private boolean mayBeLost(Event acknowledged, long mayBeLost) {
        return mayBeLost > 0
                && events.stream()
                        .anyMatch(event -> event.kind() == Event.Kind.CRASH
                                && event.node() == acknowledged.peer()
                                && event.time() - acknowledged.time() < mayBeLost);
    }

    /** Where the last moments before a crash may be lost: that this was not one of them. */
    private String tooEarly(Event acknowledged, long mayBeLost) {
        return events.stream()
                .filter(event -> mayBeLost > 0
                        && event.kind() == Event.Kind.CRASH
                        && event.node() == acknowledged.peer()
                        && event.time() > acknowledged.time())
                .findFirst()
                .map(crash -> " Node " + crash.node() + " crashed at " + ms(crash.time())
                        + ", and only what it acknowledged in the last " + ms(mayBeLost) + " may be lost with it.")
                .orElse("");
    }

    /** What is wrong with a read, or null. */
    private String read(Event read, int known) {
        String wrong = entries(read);
        if (wrong == null && read.log().size() < known) {
            wrong = "A read at " + ms(read.time()) + " did not see " + last.get(known - 1)
                    + ", which was acknowledged or read before it began.";
        }
        boolean beginning = read.log().size() <= last.size()
                && read.log().equals(last.subList(0, read.log().size()));
        if (wrong == null && !beginning) {
            wrong = "A read at " + ms(read.time()) + " saw " + read.log() + ", but the final log is " + last + ".";
        }
        return wrong;
    }

    /** What is wrong with the entries of a log that was read, or null. */
    private String entries(Event read) {
        Set<String> once = new HashSet<>();
        for (String entry : read.log()) {
            if (!once.add(entry)) {
                return entry + " is in the log twice: " + read.log() + ".";
            }
            if (!invoked.contains(entry)) {
                return entry + " is in the log, but no client appended it in this run. Nodes must not share static"
                        + " fields.";
            }
        }
        return null;
    }
}
