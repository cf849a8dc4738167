package ftol.grader.batch;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several equal portions of a class, for as many machines.
 *
 * @param index from 1 to {@code of}
 * @param of how many portions there are
 */
public record Shard(int index, int of) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6}|auto)(?:/(\\d{1,6}))?");

    public Shard {
        if (of < 1 || index < 1 || index > of) {
            throw new IllegalArgumentException("There is no portion " + index + " of " + of + ": count from 1.");
        }
    }

    /**
     * Reads "2/5"; or "auto" or "auto/5", if the environment says which portion it is. Throws IllegalArgumentException.
     */
    public static Shard parse(String text, Map<String, String> environment) {
        Matcher matcher = TEXT.matcher(text);
        boolean matches = matcher.matches();
        if (matches && matcher.group(1).equals("auto")) {
            OptionalInt of =
                    matcher.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(2)));
            return ShardVariables.shard(of, environment);
        }
        if (!matches || matcher.group(2) == null) {
            throw new IllegalArgumentException("A shard looks like 2/5, auto or auto/5, not \"" + text + "\".");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Every so-manieth, so that shards are alike even if those who hand in nothing have neighbouring names. */
    public <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % of == index - 1)
                .mapToObj(all::get)
                .toList();
    }
}
