package ftol.picture;

import ftol.failover.Event;
import ftol.failover.Message;
import ftol.picture.MessageArrows.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What befell the messages of a run, in sentences: those that were lost, late or doubled though both ends were up and
 * nothing was cut. In a run that was made as simple as could be, each of them matters.
 */
final class Mishaps {
    /** In the simulator a message takes 10 ms. */
    private static final long LATE = 30 * Lanes.MS;

    private static final int MOST = 6;

    private final List<Event> events;
    private final IntFunction<String> names;
    private final Map<Sent, List<Long>> arrivals;
    private final Set<Integer> up = new HashSet<>();
    private final Set<List<Integer>> cut = new HashSet<>();
    private final List<String> sentences = new ArrayList<>();

    private Mishaps(List<Event> events, IntFunction<String> names) {
        this.events = events;
        this.names = names;
        this.arrivals = MessageArrows.arrivals(events);
    }

    /** The sentences, in order. */
    static List<String> of(List<Event> events, IntFunction<String> names) {
        Mishaps mishaps = new Mishaps(events, names);
        mishaps.find();
        int found = mishaps.sentences.size();
        if (found <= MOST) {
            return mishaps.sentences;
        }
        List<String> first = new ArrayList<>(mishaps.sentences.subList(0, MOST));
        first.add("So it goes with " + (found - MOST) + " more.");
        return first;
    }

    /** What a kind of message is called. */
    static String kind(String text) {
        return switch (text) {
            case Event.REPLY -> "answer";
            case Event.REDIRECT -> "redirection";
            case Event.READ, Event.APPEND -> "request";
            default ->
                text.equals(Message.Kind.STOP.name())
                        ? "stop notice"
                        : text.length() <= 3 ? text : text.toLowerCase(Locale.ROOT);
        };
    }

    private void find() {
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            switch (event.kind()) {
                case START -> up.add(event.node());
                case CRASH, STOP -> {
                    up.remove(event.node());
                    unnoticed(event, i);
                }
                case CUT -> cut.add(List.of(event.node(), event.peer()));
                case HEAL -> cut.remove(List.of(event.node(), event.peer()));
                case SEND -> {
                    boolean reachable = event.peer() >= Event.CLIENT || up.contains(event.peer());
                    if (reachable && !cut.contains(List.of(event.node(), event.peer()))) {
                        sent(event, i);
                    }
                }
                default -> {}
            }
        }
    }

    private void sent(Event sent, int index) {
        List<Long> times = arrivals.getOrDefault(Sent.of(sent), List.of());
        String what = "The " + kind(sent.text()) + " from " + names.apply(sent.node()) + " to "
                + names.apply(sent.peer()) + ", sent at " + Lanes.ms(sent.time()) + ", ";
        if (times.isEmpty()) {
            long due = sent.time() + MessageArrows.ON_ITS_WAY;
            if (last() > due && !happens(sent.peer(), index, due, Event.Kind.CRASH, Event.Kind.STOP, Event.Kind.CUT)) {
                sentences.add(what + "is lost.");
            }
        } else if (times.size() > 1) {
            sentences.add(what + "arrives twice, the second time at " + Lanes.ms(times.get(1)) + ".");
        } else if (times.get(0) - sent.time() > LATE && !happens(sent.peer(), index, times.get(0), Event.Kind.RESUME)) {
            sentences.add(what + "arrives only at " + Lanes.ms(times.get(0)) + ".");
        }
    }

    /** A node's end of which the other one, which is up, is never told. */
    private void unnoticed(Event end, int index) {
        int other = 1 - end.node();
        boolean told = happens(other, index, Long.MAX_VALUE, Event.Kind.CLOSED, Event.Kind.CRASH, Event.Kind.STOP);
        if (up.contains(other) && !told && last() > end.time() + MessageArrows.ON_ITS_WAY) {
            String name = names.apply(other);
            sentences.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                    + " is not told that the connection closed.");
        }
    }

    /** Does one of these happen to a node, or to what gets to it, after this event and until then? */
    private boolean happens(int node, int after, long until, Event.Kind... kinds) {
        return events.subList(after + 1, events.size()).stream()
                .takeWhile(event -> event.time() <= until)
                .anyMatch(event -> List.of(kinds).contains(event.kind())
                        && (event.kind() == Event.Kind.CUT ? event.peer() : event.node()) == node);
    }

    private long last() {
        return events.get(events.size() - 1).time();
    }
}
