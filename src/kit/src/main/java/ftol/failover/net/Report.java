package ftol.failover.net;

import ftol.failover.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a node's process tells its parent, one line each. A line that was flushed reaches the parent even if this process is
 * killed right after: it is in the pipe. Any thread may use it.
 */
final class Report {
    /** The first letter of a line. */
    enum Kind {
        /** Listening; then the TCP and the UDP port. */
        READY,
        /** Then an event. */
        EVENT,
        /** Then a line that the student's code printed. */
        PRINTED,
        /** Then what the student's code threw, see {@link Thrown}. */
        THROWN,
        /** Then for each reason how many frames were rejected so far. */
        REJECTED
    }

    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder();

    Report(OutputStream out) {
        this.out = out;
    }

    /** Adds a line; its text holds no line break. */
    synchronized void line(Kind kind, String text) {
        lines.append(kind).append(' ').append(text).append('\n');
    }

    /** Adds an event that happens now. */
    void event(Event.Kind kind, int node, int peer, long number, long epoch, String text, List<String> log) {
        line(Kind.EVENT, new Event(System.nanoTime(), kind, node, peer, number, epoch, text, words(log)).line());
    }

    /** Writes what was added. Ends this process if there is no parent any more. */
    synchronized void flush() {
        if (lines.length() == 0) {
            return;
        }
        try {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            lines.setLength(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(NodeMain.NO_PARENT);
        }
    }

    /** Entries are words, but nothing stops a student from sending something else. */
    private static List<String> words(List<String> log) {
        // All at once, as bytes, which is quick even in a JVM that compiles little: a message leaves only after its
        // event.
        int commas = 0;
        for (byte b : String.join(",", log).getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && b <= ' ') {
                return replaced(log);
            }
            commas += b == ',' ? 1 : 0;
        }
        return commas >= log.size() && !log.isEmpty() ? replaced(log) : log;
    }

    private static List<String> replaced(List<String> log) {
        return log.stream()
                .map(entry -> entry.replaceAll("[\\s\\p{Cntrl},]", "_"))
                .toList();
    }
}
