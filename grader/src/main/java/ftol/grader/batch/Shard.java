package ftol.grader.batch;

import java.util.List;
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
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (of < 1 || index < 1 || index > of) {
            throw new IllegalArgumentException("There is no portion " + index + " of " + of + ": count from 1.");
        }
    }

    /** Reads "2/5". Throws IllegalArgumentException. */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A shard looks like 2/5, not \"" + text + "\".");
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
