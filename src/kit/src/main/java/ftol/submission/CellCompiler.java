package ftol.submission;

import ftol.check.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the class in a part's cell, running none of it.
 *
 * <p>First the cell alone, as one source file: that is fast, gives the best messages, and nothing in another cell can spoil
 * it. Only if that fails and there are helper cells is the notebook compiled the way the kernel does it, by JShell.
 */
public final class CellCompiler {
    /** Longer cells are refused, in characters: the compiler's memory is limited. */
    public static final int MAX_SOURCE = 200_000;

    private static final int MAX_DIAGNOSTICS = 5;
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*%{1,2}\\w.*$");
    private static final Pattern SHELL_ESCAPE = Pattern.compile("[ \\t]*![ \\t]*\\w.*");
    private static final Pattern SYNTAX_ERROR =
            Pattern.compile("compiler\\.err\\.(expected\\d?|illegal\\.start\\..*|not\\.stmt|premature\\.eof)");

    private CellCompiler() {}

    /**
     * Compiles a part.
     *
     * @param classPath what the code may use, in the form of {@code java -classpath}
     * @throws PartProblem if it does not compile, or does not hold the class it should; the message names cell and line
     */
    public static CompiledPart compile(PartCell partCell, String classPath) throws PartProblem {
        try (StandardJavaFileManager jars = openJars()) {
            return compile(partCell, classPath, jars);
        } catch (IOException e) {
            throw new IllegalStateException("The compiler's file manager failed", e);
        }
    }

    /** What the compiler reads jars with. Who keeps it, for the same class path, spares the next compilation a third. */
    public static StandardJavaFileManager openJars() {
        return compiler().getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    }

    /** The same with what was kept from an earlier compilation. Used by one thread at a time. */
    public static CompiledPart compile(PartCell partCell, String classPath, StandardJavaFileManager jars)
            throws PartProblem {
        Part part = partCell.part();
        String source = java(partCell.cell());
        try {
            return compileAlone(part, partCell.cell(), source, classPath, jars);
        } catch (PartProblem alone) {
            if (partCell.others().isEmpty()) {
                throw alone;
            }
            try {
                return HelperCells.compile(partCell, classPath).orElseThrow(() -> alone);
            } catch (StackOverflowError | InternalError | RuntimeException e) {
                // JShell gives up on what the compiler did not take either; the first message says why.
                throw alone;
            }
        }
    }

    /** A cell's text without magics; lines keep their numbers. */
    static String java(Cell cell) throws PartProblem {
        String source = cell.source();
        if (source.length() > MAX_SOURCE) {
            throw new PartProblem(cell.label() + " has " + source.length() + " characters; at most " + MAX_SOURCE
                    + " are compiled. Remove what the part does not need.");
        }
        return MAGIC.matcher(source).replaceAll("");
    }

    private static JavaCompiler compiler() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("This Java has no compiler: a JDK is needed, not a JRE.");
        }
        return compiler;
    }

    private static CompiledPart compileAlone(
            Part part, Cell cell, String source, String classPath, StandardJavaFileManager jars) throws PartProblem {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-g", "-classpath", classPath, "-implicit:none");
        // Not closed: that would close the jars.
        Memory memory = new Memory(jars);
        try {
            SourceText text = new SourceText(part.className(), StandardImports.line() + source);
            boolean compiled = compiler()
                    .getTask(Writer.nullWriter(), memory, diagnostics, options, null, List.of(text))
                    .call();
            if (!compiled) {
                throw new PartProblem(describe(cell, diagnostics.getDiagnostics()));
            }
            Map<String, byte[]> classes = memory.classes();
            if (!classes.containsKey(part.className())) {
                throw new PartProblem(cell.label() + " compiles but holds no class " + part.className() + "; it has "
                        + (classes.isEmpty() ? "no class at all" : String.join(", ", classes.keySet()))
                        + ". Call your class " + part.className() + ", as in the starter.");
            }
            return new CompiledPart(part.className(), classes, List.of());
        } catch (StackOverflowError | RuntimeException e) {
            throw new PartProblem(tooMuch(cell));
        }
    }

    private static String tooMuch(Cell cell) {
        return cell.label() + " is too much for the Java compiler. Is an expression nested very deeply?";
    }

    private static String describe(Cell cell, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MAX_DIAGNOSTICS)
                .toList();
        if (errors.isEmpty()) {
            return tooMuch(cell);
        }
        if (isShellEscape(cell, errors.get(0))) {
            return cell.label() + " holds a shell command (a line that starts with !). Remove that line.";
        }
        return cell.label() + " does not compile.\n"
                + Withheld.in(cell.source()).map(why -> why + "\n").orElse("")
                + errors.stream()
                        // Line 1 of what was compiled holds the imports.
                        .map(diagnostic -> "Line " + Math.max(1, diagnostic.getLineNumber() - 1) + ": "
                                + diagnostic
                                        .getMessage(Locale.ENGLISH)
                                        .replaceAll("\\s*\\R\\s*", "; ")
                                        .replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\n"));
    }

    /** Only where Java cannot read it: a condition's next line may start with ! too. */
    private static boolean isShellEscape(Cell cell, Diagnostic<? extends JavaFileObject> error) {
        return SYNTAX_ERROR.matcher(error.getCode()).matches()
                && cell.source()
                        .lines()
                        .skip(Math.max(0, error.getLineNumber() - 2))
                        .findFirst()
                        .filter(line -> SHELL_ESCAPE.matcher(line).matches())
                        .isPresent();
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String className, String text) {
            super(URI.create("cell:///" + className + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps class files in memory. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

        Memory(StandardJavaFileManager standard) {
            super(standard);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new LinkedHashMap<>();
            outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public Iterable<JavaFileObject> list(
                JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            return Withheld.isPackage(packageName) ? List.of() : super.list(location, packageName, kinds, recurse);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    outputs.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
