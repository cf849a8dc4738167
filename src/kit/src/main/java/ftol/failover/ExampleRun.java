package ftol.failover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The event log of a run that never took place: it shows what is to be written before anything is. */
final class ExampleRun {
    private static final long MS = 1_000_000;
    private static final int TRANSIT = 10;
    private static final int CRASH = 455;
    private static final int END = 790;

    private final List<Event> events = new ArrayList<>();
    private long messages;

    private ExampleRun() {}

    static List<Event> events() {
        ExampleRun run = new ExampleRun();
        run.nodes();
        run.clients();
        run.events.sort(Comparator.comparingLong(Event::time));
        return run.events;
    }

    private void nodes() {
        add(0, Event.Kind.ROLE, 0, -1, 0, "PRIMARY", List.of());
        add(0, Event.Kind.ROLE, 1, -1, 0, "SECONDARY", List.of());
        backup(0, 0, List.of());
        backup(100, 0, List.of("a1"));
        backup(200, 0, List.of("a1", "a2", "b1"));
        backup(300, 0, List.of("a1", "a2", "b1", "a3", "a4"));
        backup(400, 0, List.of("a1", "a2", "b1", "a3", "a4", "a5"));
        add(CRASH, Event.Kind.CRASH, 0, -1, 0, "", List.of());
        add(CRASH + TRANSIT, Event.Kind.CLOSED, 1, 0, 0, "", List.of());
        add(CRASH + TRANSIT, Event.Kind.ROLE, 1, -1, 0, "PRIMARY", List.of());
        for (int time = CRASH + TRANSIT; time < END; time += 100) {
            backup(time, 1, List.of());
        }
    }

    private void clients() {
        append(30, Event.CLIENT, 0, "a1");
        append(110, Event.CLIENT, 0, "a2");
        begin(140, Event.CLIENT + 1, Event.APPEND, List.of("b1"));
        ask(140, Event.CLIENT + 1, 1, Event.APPEND, List.of("b1"), Event.REDIRECT, List.of("0"));
        answered(180, Event.CLIENT + 1, 0, Event.APPEND, List.of("b1"), List.of());
        append(190, Event.CLIENT, 0, "a3");
        append(270, Event.CLIENT, 0, "a4");
        append(350, Event.CLIENT, 0, "a5");
        append(430, Event.CLIENT, 0, "a6");
        begin(510, Event.CLIENT, Event.APPEND, List.of("a7"));
        add(510, Event.Kind.SEND, Event.CLIENT, 0, ++messages, Event.APPEND, List.of("a7"));
        answered(530, Event.CLIENT, 1, Event.APPEND, List.of("a7"), List.of());
        append(600, Event.CLIENT + 1, 1, "b2");
        append(610, Event.CLIENT, 1, "a8");
        append(690, Event.CLIENT, 1, "a9");
        begin(END - 2 * TRANSIT, Event.CLIENT, Event.READ, List.of());
        answered(
                END - 2 * TRANSIT,
                Event.CLIENT,
                1,
                Event.READ,
                List.of(),
                List.of("a1", "a2", "b1", "a3", "a4", "a5", "a7", "b2", "a8", "a9"));
    }

    /** A heartbeat and the log, to the other node. */
    private void backup(int time, int from, List<String> log) {
        for (Message.Kind kind : List.of(Message.Kind.HEARTBEAT, Message.Kind.STATE)) {
            List<String> carried = kind == Message.Kind.STATE ? log : List.of();
            add(time, Event.Kind.SEND, from, 1 - from, ++messages, kind.name(), carried);
            if (from == 0) {
                add(time + TRANSIT, Event.Kind.RECEIVE, 1, 0, messages, kind.name(), carried);
            }
        }
    }

    private void append(int time, int client, int node, String entry) {
        begin(time, client, Event.APPEND, List.of(entry));
        answered(time, client, node, Event.APPEND, List.of(entry), List.of());
    }

    private void begin(int time, int client, String what, List<String> log) {
        add(time, Event.Kind.INVOKE, client, -1, 0, what, log);
    }

    private void answered(int time, int client, int node, String what, List<String> wanted, List<String> log) {
        ask(time, client, node, what, wanted, Event.REPLY, log);
        add(time + 2 * TRANSIT, Event.Kind.DONE, client, node, 0, what, wanted.isEmpty() ? log : wanted);
    }

    /** A request to a node, and what it says to it. */
    private void ask(int time, int client, int node, String what, List<String> wanted, String says, List<String> log) {
        long request = ++messages;
        add(time, Event.Kind.SEND, client, node, request, what, wanted);
        add(time + TRANSIT, Event.Kind.RECEIVE, node, client, request, what, wanted);
        add(time + TRANSIT, Event.Kind.SEND, node, client, request, says, log);
        add(time + 2 * TRANSIT, Event.Kind.RECEIVE, client, node, request, says, log);
    }

    private void add(int time, Event.Kind kind, int node, int peer, long number, String text, List<String> log) {
        events.add(new Event(time * MS, kind, node, peer, number, 0, text, log));
    }
}
