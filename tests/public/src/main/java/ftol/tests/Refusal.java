package ftol.tests;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls with a bad number must be refused with an IllegalArgumentException that names the number. */
public final class Refusal {
    private Refusal() {}

    /**
     * Fails unless the call is refused so.
     *
     * @param call the call as text, such as "leastVersioned(0)"
     * @param answer makes the call
     * @param problem what is wrong with the numbers: "There is no system of 0 replicas"
     * @param wrong the numbers that are wrong; naming one of them is enough
     */
    public static void require(String call, Supplier<?> answer, String problem, int... wrong) {
        String message;
        try {
            throw new AssertionError(
                    call + " returned " + answer.get() + ". " + problem + ": throw an IllegalArgumentException.");
        } catch (IllegalArgumentException refused) {
            message = refused.getMessage();
        }
        if (message == null || Arrays.stream(wrong).noneMatch(value -> names(message, value))) {
            throw new AssertionError(call + " threw an IllegalArgumentException "
                    + (message == null ? "without a message." : "with the message \"" + message + "\".")
                    + " The message must name the value "
                    + Arrays.stream(wrong).mapToObj(String::valueOf).collect(Collectors.joining(" or ")) + ".");
        }
    }

    private static boolean names(String message, int value) {
        return Pattern.compile("(?<!\\d)" + value + "(?!\\d)")
                .matcher(ungrouped(message))
                .find();
    }

    /** However the student's code, or the machine's language, writes a number: "-1,000" and "−1 000" name it too. */
    static String ungrouped(String message) {
        return message.replace('\u2212', '-').replaceAll("(?<=\\d)[,._'\u2019\\s\u00a0\u202f](?=\\d{3})", "");
    }
}
