package ftol.failover.check;

import ftol.failover.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client wanted and what became of it, from the event log. All times are in nanoseconds since the run began, and -1
 * if there is none.
 *
 * @param client who wanted it, {@link Event#CLIENT} or more
 * @param entry what was to be appended; "" for a read
 * @param begun when the client first asked
 * @param node who gave the answer that counted, or -1
 * @param received when that node received the request that it answered
 * @param answered when that node sent the answer
 * @param done when the answer arrived
 * @param lost whether this append was acknowledged before the last read began, and is not in what that read saw
 */
public record Operation(
        int client, String entry, long begun, int node, long received, long answered, long done, boolean lost) {

    /** All operations of a run, in the order in which they began. */
    public static List<Operation> all(List<Event> events) {
        Map<Integer, Event> begun = new HashMap<>();
        Map<Integer, Event> heard = new HashMap<>();
        Map<Long, Event> received = new HashMap<>();
        Map<Long, Event> answered = new HashMap<>();
        List<Operation> all = new ArrayList<>();
        List<String> last = List.of();
        long lastRead = -1;
        for (Event event : events) {
            boolean client = event.node() >= Event.CLIENT;
            switch (event.kind()) {
                case INVOKE -> begun.put(event.node(), event);
                case SEND -> {
                    if (!client && event.peer() >= Event.CLIENT) {
                        answered.put(event.number(), event);
                    }
                }
                case RECEIVE -> {
                    if (client) {
                        heard.put(event.node(), event);
                    } else if (event.peer() >= Event.CLIENT) {
                        received.put(event.number(), event);
                    }
                }
                case DONE -> {
                    Event invoke = begun.remove(event.node());
                    if (invoke != null) {
                        long request = heard.getOrDefault(event.node(), event).number();
                        all.add(done(event, invoke, time(received, request), time(answered, request)));
                        if (event.text().equals(Event.READ)) {
                            last = event.log();
                            lastRead = invoke.time();
                        }
                    }
                }
                default -> {}
            }
        }
        for (Event open : begun.values()) {
            all.add(new Operation(open.node(), entry(open), open.time(), -1, -1, -1, -1, false));
        }
        List<String> log = last;
        long read = lastRead;
        return all.stream()
                .map(operation -> operation.judged(log, read))
                .sorted(Comparator.comparingLong(Operation::begun))
                .toList();
    }

    /** The appends that were acknowledged, in the order in which their acknowledgements arrived. */
    public static List<Operation> acknowledged(List<Event> events) {
        return all(events).stream()
                .filter(operation -> operation.append() && operation.done() >= 0)
                .sorted(Comparator.comparingLong(Operation::done))
                .toList();
    }

    /** Is this an append, and not a read? */
    public boolean append() {
        return !entry.isEmpty();
    }

    private static Operation done(Event done, Event invoke, long received, long answered) {
        return new Operation(
                done.node(), entry(invoke), invoke.time(), done.peer(), received, answered, done.time(), false);
    }

    private Operation judged(List<String> log, long read) {
        boolean missing = append() && done >= 0 && done <= read && !log.contains(entry);
        return new Operation(client, entry, begun, node, received, answered, done, missing);
    }

    private static long time(Map<Long, Event> events, long request) {
        Event event = events.get(request);
        return event == null ? -1 : event.time();
    }

    private static String entry(Event invoke) {
        return invoke.log().isEmpty() ? "" : invoke.log().get(0);
    }
}
