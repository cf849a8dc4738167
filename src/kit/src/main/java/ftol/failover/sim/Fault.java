package ftol.failover.sim;

import ftol.failover.Event;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that goes wrong in a run, at the n-th step of a node or client. A step is something that arrives there: a
 * message, timer, closed connection, request or answer.
 *
 * @param lane 0 or 1 for a node, {@link ftol.failover.Event#CLIENT} and more for a client
 * @param step which of its steps, from 1
 * @param action what happens
 * @param ms for how long, or how late, in milliseconds; 0 if that has no meaning, and for a crash: for good
 * @param effects for a crash: how many of the effects of this step still take place
 */
public record Fault(int lane, int step, Action action, int ms, int effects) {
    private static final Pattern TEXT = Pattern.compile("(\\d+)\\.(\\d+)([a-z_]+)(\\d*)(?:\\+(\\d+))?");

    /** What can go wrong. */
    public enum Action {
        /** What arrives is lost. */
        DROP,
        /** What arrives comes later, so that others may overtake it. */
        DELAY,
        /** What arrives comes again later. */
        TWICE,
        /** The node crashes during this step. */
        CRASH,
        /** The same, and its disk is lost. */
        LOSE,
        /** The node is frozen just before this step. */
        PAUSE,
        /** Nothing gets from the peer to this node, from this message on. */
        DEAF,
        /** Nothing gets from one node to the other, in both directions, from this message on. */
        CUT,
        /** The network ends the connection: both nodes are told that it closed. */
        RESET,
        /** The operator stops the node instead of this step. */
        STOP;

        /** Its name in a schedule. */
        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fault that {@link #toString} wrote, such as "0.7crash600+2". Throws IllegalArgumentException. */
    public static Fault parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a fault: \"" + text + "\". One looks like 0.7crash600+2.");
        }
        String name = matcher.group(3);
        Action action = Arrays.stream(Action.values())
                .filter(each -> each.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing that can go wrong is called \"" + name
                        + "\", as in \"" + text + "\". There are "
                        + Arrays.stream(Action.values()).map(Action::word).collect(Collectors.joining(", ")) + "."));
        return new Fault(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                action,
                matcher.group(4).isEmpty() ? 0 : Integer.parseInt(matcher.group(4)),
                matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5)));
    }

    /** What happens, as a sentence without its full stop: "node 0 crashes at the 7th thing that happens to it". */
    public String inWords() {
        String who = lane < Event.CLIENT ? "node " + lane : "client " + (lane - Event.CLIENT + 1);
        String thing = "the " + ordinal(step) + " thing that ";
        String back = ms == 0 ? "" : ", and is back after " + ms + " ms";
        return switch (action) {
            case DROP -> thing + "would happen to " + who + " is lost";
            case DELAY -> thing + "would happen to " + who + " comes " + ms + " ms later";
            case TWICE -> thing + "happens to " + who + " happens again " + ms + " ms later";
            case CRASH -> who + " crashes at " + thing + "happens to it" + done() + back;
            case LOSE -> who + " crashes at " + thing + "happens to it" + done() + ", loses its disk" + back;
            case PAUSE -> who + " is frozen for " + ms + " ms, just before " + thing + "happens to it";
            case STOP -> who + " is asked to stop in place of " + thing + "would happen to it" + back;
            case DEAF ->
                "from " + thing + "would happen to " + who + " on, it hears nothing of the other node for " + ms
                        + " ms";
            case CUT ->
                "from " + thing + "would happen to " + who + " on, nothing gets through between the nodes for " + ms
                        + " ms";
            case RESET ->
                "both nodes are told, in place of " + thing + "would happen to " + who + ", that the connection closed";
        };
    }

    /** For a crash: what it could still do. */
    private String done() {
        return switch (effects) {
            case 0 -> "";
            case 1 -> ", when the first thing that it asks for then is done";
            default -> ", when the first " + effects + " things that it asks for then are done";
        };
    }

    private static String ordinal(int number) {
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    @Override
    public String toString() {
        return lane + "." + step + action.word() + (ms == 0 ? "" : ms) + (effects == 0 ? "" : "+" + effects);
    }
}
