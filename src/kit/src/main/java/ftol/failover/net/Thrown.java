package ftol.failover.net;

import ftol.check.NotWrittenYet;
import ftol.check.StudentCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a replica threw in its process.
 *
 * @param notWritten whether it is a stub's "not written yet"
 * @param what the class and message, in one line
 * @param frames where, innermost first
 */
record Thrown(boolean notWritten, String what, List<StackTraceElement> frames) {
    private static final int MAX_FRAMES = 100;

    static Thrown of(Throwable thrown) {
        return new Thrown(
                thrown instanceof NotWrittenYet,
                StudentCode.UNKNOWN.describe(thrown).replaceAll("\\s+", " "),
                Arrays.stream(thrown.getStackTrace()).limit(MAX_FRAMES).toList());
    }

    /** In one line, for {@link #parse}. */
    String line() {
        StringBuilder line = new StringBuilder().append(notWritten).append('\t').append(what);
        for (StackTraceElement frame : frames) {
            line.append('\t').append(frame.getClassName());
            line.append('\t').append(frame.getMethodName());
            line.append('\t').append(frame.getFileName());
            line.append('\t').append(frame.getLineNumber());
        }
        return line.toString();
    }

    static Thrown parse(String line) {
        String[] word = line.split("\t", -1);
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = 2; i + 3 < word.length; i += 4) {
            frames.add(new StackTraceElement(word[i], word[i + 1], word[i + 2], Integer.parseInt(word[i + 3])));
        }
        return new Thrown(Boolean.parseBoolean(word[0]), word[1], frames);
    }

    /** In words for the student, with the innermost place of theirs. */
    String describe(StudentCode code) {
        return what
                + frames.stream()
                        .flatMap(frame -> code.where(frame).stream())
                        .findFirst()
                        .map(place -> " (" + place + ")")
                        .orElse("");
    }
}
