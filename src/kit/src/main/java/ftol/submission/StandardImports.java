package ftol.submission;

import java.util.List;
import java.util.stream.Collectors;

/** The imports that code in a notebook can rely on: the kernel's own, and those of each notebook's first cell. */
public final class StandardImports {
    /** Those of JShell's default start-up, which both kernels have too. */
    static final List<String> KERNEL = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    /** Those of the first cell of each notebook; a test holds the notebooks to this list. */
    public static final List<String> FIRST_CELL = List.of(
            "ftol.check.*",
            "ftol.failover.*",
            "ftol.picture.*",
            "ftol.quorum.*",
            "tech.tablesaw.api.*",
            "static ftol.notebook.Notebook.*");

    private StandardImports() {}

    /** All of them on one line, so that the code behind them starts on line 2. */
    static String line() {
        return java.util.stream.Stream.concat(KERNEL.stream(), FIRST_CELL.stream())
                .map(name -> "import " + name + ";")
                .collect(Collectors.joining(" ", "", "\n"));
    }

    /** True if code that needs this import ("java.util.List", "static a.B.*") works in a notebook without it. */
    public static boolean cover(String name) {
        String wildcard = name.substring(0, name.lastIndexOf('.') + 1) + "*";
        return KERNEL.contains(wildcard) || FIRST_CELL.contains(wildcard);
    }
}
