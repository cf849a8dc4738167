package ftol.submission;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What graded classes cannot use though the kit has it, since it would do a part for the student: quorum systems as
 * expressions know the quorums and the load of part 2d. Pictures and tables use it, and cells that are not graded may.
 */
public final class Withheld {
    private static final String PACKAGE = "ftol.quorum.system";
    private static final Pattern MENTION = Pattern.compile("\\bftol\\s*\\.\\s*quorum\\s*\\.\\s*system\\b");

    private Withheld() {}

    /** If a graded cell names what is withheld: why that will not do, in words for the student. */
    public static Optional<String> in(String source) {
        return MENTION.matcher(source).find()
                ? Optional.of("It uses " + PACKAGE + ", which would do the part for you: a graded class cannot use it.")
                : Optional.empty();
    }

    static boolean isPackage(String name) {
        return name.equals(PACKAGE);
    }

    /** @param classFile its bytes, each as a character */
    static boolean isUsedBy(String classFile) {
        return classFile.contains(PACKAGE.replace('.', '/') + "/");
    }

    static boolean holds(String className) {
        return className.startsWith(PACKAGE + ".");
    }
}
