package ftol.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which stack frames are in the student's code, and where. A notebook and {@code ./check} know this each in their
 * own way.
 */
@FunctionalInterface
public interface StudentCode {
    /** Longer messages are cut, in characters. */
    int MAX_MESSAGE = 1_000;

    /** Knows nothing of the student's code. */
    StudentCode UNKNOWN = frame -> Optional.empty();

    /** For a frame of the student's code, where it is, such as "line 12 of the cell"; empty for all other frames. */
    Optional<String> where(StackTraceElement frame);

    /** What was thrown, in one line, with the innermost place of the student's that was involved if there is one. */
    default String describe(Throwable thrown) {
        String message = message(thrown);
        String what = thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return what + place(thrown).map(place -> " (" + place + ")").orElse("");
    }

    /** A student's own exception may well fail to say what it is about. */
    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null || message.length() <= MAX_MESSAGE
                    ? message
                    : message.substring(0, MAX_MESSAGE) + " …";
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    private Optional<String> place(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .flatMap(frame -> where(frame).stream())
                .findFirst();
    }
}
