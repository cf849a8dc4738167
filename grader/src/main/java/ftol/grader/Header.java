package ftol.grader;

import java.util.List;
import java.util.regex.Pattern;

/** The comment at the top of a mutant's or attack's file: fields "name: text", each of one or more lines. */
public final class Header {
    private Header() {}

    /** The texts behind each "name:", each up to the next field, with single spaces. */
    public static List<String> fields(String header, String name) {
        return Pattern.compile("(?ms)^" + name + ":(.*?)(?=^\\w+:|\\z)")
                .matcher(header)
                .results()
                .map(match -> match.group(1).replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
