package ftol.check;

import ftol.quorum.Fraction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which stack frames are in the student's code, and where. A notebook and {@code ./check} know this each in their
 * own way.
 */
@FunctionalInterface
public interface StudentCode {
    /** Longer messages are cut, in characters. */
    int MAX_MESSAGE = 1_000;

    /** Longer calls are cut, in characters: a call with a long list says nothing to anybody. */
    int MAX_CALL = 200;

    /** Control characters but tab and line feed, those that turn the direction of writing, and halves of characters. */
    Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}&&[^\\t\\n]]");

    /** Knows nothing of the student's code. */
    StudentCode UNKNOWN = frame -> Optional.empty();

    /** For a frame of the student's code, where it is, such as "line 12 of the cell"; empty for all other frames. */
    Optional<String> where(StackTraceElement frame);

    /** What was thrown, in one line, with the innermost place of the student's that was involved if there is one. */
    default String describe(Throwable thrown) {
        String message = thrown instanceof StackOverflowError ? "a recursion did not end" : message(thrown);
        String what = name(thrown.getClass()) + (message == null ? "" : ": " + message);
        try {
            return what + place(thrown).map(place -> " (" + place + ")").orElse("");
        } catch (RuntimeException | Error e) {
            // getCause and getStackTrace may be the student's own, too.
            return what;
        }
    }

    /** A call that a test made, as a student would write it: "suspects(400)". */
    static String call(Part part, Method method, Object... arguments) {
        String words = Arrays.stream(arguments)
                // Of calls that are made together, only the last is a new one.
                .map(argument -> argument instanceof List<?> list && part.isHosted() && !list.isEmpty()
                        ? list.get(list.size() - 1)
                        : argument)
                .map(StudentCode::source)
                .collect(Collectors.joining(", "));
        return cut(part.isHosted() ? words : method.getName() + "(" + words + ")", MAX_CALL);
    }

    /** An argument as Java that can be pasted into a cell: {@code ReadRule.SIGNED}, {@code new Fraction(1, 2)}. */
    static String source(Object argument) {
        if (argument instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        if (argument instanceof Fraction fraction) {
            return fraction.denominator() == 1
                    ? "Fraction.of(" + fraction.numerator() + ")"
                    : "new Fraction(" + fraction.numerator() + ", " + fraction.denominator() + ")";
        }
        return String.valueOf(argument);
    }

    /** The text, or its beginning if it has more characters than that. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " …";
    }

    /**
     * The text as it can be shown anywhere, or its beginning: without characters that command a terminal, turn the writing
     * around, or are half a character.
     */
    static String plain(String text, int length) {
        return UNPRINTABLE.matcher(cut(text, length)).replaceAll("\ufffd");
    }

    /** What a throwable says, cut if it is long; null if it says nothing, or fails to: it may be the student's own. */
    static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? null : cut(message, MAX_MESSAGE);
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    /** What a class is called; one without a name, what it extends. */
    private static String name(Class<?> type) {
        return type.getSimpleName().isEmpty() ? name(type.getSuperclass()) : type.getSimpleName();
    }

    /** Whether one of the student's classes was at work when this was thrown. */
    default boolean threw(Throwable thrown) {
        try {
            return place(thrown).isPresent();
        } catch (RuntimeException | Error e) {
            // Only the student's own throwables have a getCause that fails.
            return true;
        }
    }

    /** The innermost place of the student's that was involved, if there is one. */
    default Optional<String> place(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .flatMap(frame -> where(frame).stream())
                .findFirst();
    }
}
