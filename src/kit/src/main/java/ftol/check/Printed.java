package ftol.check;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Holds back what is printed while a check or a demo runs. Of much, it keeps the beginning; a loop that prints without end
 * is ended, since it would fill the notebook, long after the check too.
 */
public final class Printed implements AutoCloseable {
    private static final int KEPT = 2_000;
    /** More than any check prints whose code prints a few lines in each call. */
    private static final int ENDLESS = 20_000_000;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long count;

    /** Holds back from now on, until it is closed. */
    public Printed() {
        PrintStream stream = new PrintStream(new Keep(), true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    /** What was printed, or its beginning. */
    public String text() {
        String text = kept.toString(StandardCharsets.UTF_8);
        return count > KEPT ? text + "\n… and more, which is not shown.\n" : text;
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private final class Keep extends OutputStream {
        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            kept.write(bytes, from, Math.min(length, KEPT - kept.size()));
            count += length;
            if (count > ENDLESS) {
                throw new SubmissionFailure(Status.FAIL, "Your code prints without end.");
            }
        }
    }
}
