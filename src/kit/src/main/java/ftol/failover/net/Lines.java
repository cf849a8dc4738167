package ftol.failover.net;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reports what is printed, line by line. A line that is never ended is never reported. */
final class Lines extends OutputStream {
    private static final int MAX_LINE = 1_000;

    private final Report report;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Report report) {
        this.report = report;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() >= MAX_LINE) {
            report.line(
                    Report.Kind.PRINTED, line.toString(StandardCharsets.UTF_8).replace("\r", ""));
            report.flush();
            line.reset();
        }
        if (b != '\n') {
            line.write(b);
        }
    }
}
