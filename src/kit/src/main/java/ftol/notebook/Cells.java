package ftol.notebook;

import ftol.check.Part;
import ftol.check.StudentCode;
import ftol.submission.Cell;
import ftol.submission.CellCompiler;
import ftol.submission.CompiledPart;
import ftol.submission.PartCell;
import ftol.submission.PartProblem;
import ftol.submission.Withheld;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.TypeDeclSnippet;

/**
 * The student's classes, as the kernel's shell has them now.
 *
 * <p>Nothing is evaluated to get at them: a shell is busy with the cell that asks.
 */
final class Cells implements StudentCode {
    private final JShell shell;
    private final ClassLoader loader;

    /** @param loader the class loader that has the cells' classes */
    Cells(JShell shell, ClassLoader loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /** Why a part's class cannot be run, in words for the student. */
    static final class Unusable extends Exception {
        Unusable(String message) {
            super(message, null, false, false);
        }
    }

    /** The class that the student wrote for a part, as of the last time its cell was run. */
    Class<?> of(Part part) throws Unusable {
        String name = part.className();
        Snippet snippet = newest(name)
                .orElseThrow(() -> new Unusable("There is no class " + name + " in this notebook yet"
                        + misnamed(part)
                                .map(other -> ", but class " + other + " implements "
                                        + part.contract().getSimpleName() + ". Call it " + name
                                        + ", run its cell, then this one.")
                                .orElse(". Run the cell in which it is written, then this one.")));
        if (shell.status(snippet) != Snippet.Status.VALID) {
            throw new Unusable(name + " cannot be run. " + whyNot(snippet));
        }
        Optional<String> withheld = Withheld.in(snippet.source());
        if (withheld.isPresent()) {
            throw new Unusable(name + " cannot be graded. " + withheld.get());
        }
        requireNothingWithheld(part, snippet);
        try {
            Class<?> type = load(snippet, name);
            if (!part.contract().isAssignableFrom(type)) {
                throw new Unusable("class " + name + " does not say that it implements "
                        + part.contract().getSimpleName() + ".");
            }
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new Unusable(name + " was not found: run its cell again, then this one.");
        }
    }

    /**
     * The class must do without what is withheld, also by way of another cell's import or class. To compile it again takes a
     * second, so that is done only if a cell names what is withheld.
     */
    private void requireNothingWithheld(Part part, Snippet main) throws Unusable {
        Optional<String> withheld = shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .flatMap(snippet -> Withheld.in(snippet.source()).stream())
                .findFirst();
        if (withheld.isPresent()) {
            boolean used;
            try {
                used = compile(part, main, StudentClass.classPath()).usesWithheld();
            } catch (PartProblem e) {
                used = true;
            }
            if (used) {
                throw new Unusable(part.className() + " cannot be graded. " + withheld.get()
                        + " Nor by an import or a class in another cell.");
            }
        }
    }

    /** The same class as class files, for another JVM. It is compiled again, since a kernel does not give them away. */
    CompiledPart compiled(Part part, String classPath) throws Unusable {
        of(part);
        try {
            return compile(part, newest(part.className()).orElseThrow(), classPath);
        } catch (PartProblem e) {
            throw new Unusable(part.className() + " cannot be run in a process of its own. " + e.getMessage());
        }
    }

    private CompiledPart compile(Part part, Snippet main, String classPath) throws PartProblem {
        List<Cell> others = shell.snippets()
                .filter(snippet ->
                        shell.status(snippet).isActive() && !snippet.id().equals(main.id()))
                .map(Cells::cell)
                .toList();
        return CellCompiler.compile(new PartCell(part, cell(main), others, ""), classPath);
    }

    private static Cell cell(Snippet snippet) {
        return new Cell(0, "of " + snippet.id(), true, "", false, snippet.source());
    }

    /** What is missing in a class that the shell took but cannot run; kernels themselves are silent about it. */
    Optional<String> unresolved(String className) {
        return newest(className)
                .filter(snippet -> !unresolvedNames(snippet).isEmpty())
                .map(snippet -> className + " cannot be run. " + whyNot(snippet));
    }

    /** Why a newer text of a part's class is not the one that runs; empty if the newest one does. */
    Optional<String> outdated(Part part) {
        return newest(part.className())
                .filter(snippet -> shell.status(snippet) == Snippet.Status.REJECTED)
                .map(snippet -> "The " + part.className() + " that you ran last cannot be used, so this shows the one"
                        + " before. " + whyNot(snippet));
    }

    @Override
    public Optional<String> where(StackTraceElement frame) {
        return shell.snippets()
                .filter(TypeDeclSnippet.class::isInstance)
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(snippet ->
                        (frame.getClassName() + "$").startsWith(wrapper(snippet).fullClassName() + "$"))
                .findFirst()
                .flatMap(snippet -> line(snippet, frame.getLineNumber()));
    }

    /** The line of a snippet's source that is this line of the class that the shell compiled. */
    private Optional<String> line(Snippet snippet, int wrappedLine) {
        SnippetWrapper wrapper = wrapper(snippet);
        long before = newlines(wrapper.wrapped(), wrapper.sourceToWrappedPosition(0));
        int line = (int) (wrappedLine - before);
        List<String> source = snippet.source().lines().toList();
        return line < 1 || line > source.size()
                ? Optional.empty()
                : Optional.of("line " + line + ": " + source.get(line - 1).strip());
    }

    private Class<?> load(Snippet snippet, String name) throws ClassNotFoundException {
        return Class.forName(wrapper(snippet).fullClassName() + "$" + name, false, loader);
    }

    /** The last class that could be the part's if it had its name. */
    private Optional<String> misnamed(Part part) {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) == Snippet.Status.VALID)
                .filter(TypeDeclSnippet.class::isInstance)
                .filter(snippet -> implementsContract((TypeDeclSnippet) snippet, part))
                .map(snippet -> ((TypeDeclSnippet) snippet).name())
                // Parts 1c and 1d have the same contract.
                .filter(name -> Arrays.stream(Part.values())
                        .noneMatch(other -> other.className().equals(name)))
                .reduce((earlier, later) -> later);
    }

    private boolean implementsContract(TypeDeclSnippet snippet, Part part) {
        try {
            Class<?> type = load(snippet, snippet.name());
            return part.contract().isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private SnippetWrapper wrapper(Snippet snippet) {
        return shell.sourceCodeAnalysis().wrapper(snippet);
    }

    private Optional<Snippet> newest(String className) {
        Pattern declaration = Pattern.compile("\\b(class|record|enum|interface)\\s+" + className + "\\b");
        return shell.snippets()
                .filter(snippet -> shell.status(snippet) != Snippet.Status.DROPPED
                        && shell.status(snippet) != Snippet.Status.OVERWRITTEN)
                .filter(snippet -> snippet instanceof TypeDeclSnippet type
                        ? type.name().equals(className)
                        // What does not even parse is of no kind.
                        : snippet.kind() == Snippet.Kind.ERRONEOUS
                                && declaration.matcher(snippet.source()).find())
                .reduce((earlier, later) -> later);
    }

    private String whyNot(Snippet snippet) {
        List<String> names = unresolvedNames(snippet);
        if (!names.isEmpty()) {
            return "It uses what Java does not know: " + String.join(", ", names)
                    + ". Is it misspelt, or is an import missing?";
        }
        String errors = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(error -> error(snippet, error))
                .collect(Collectors.joining("\n"));
        return "It does not compile" + (errors.isEmpty() ? ": see the message under its cell." : ":\n" + errors);
    }

    private List<String> unresolvedNames(Snippet snippet) {
        return snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).toList()
                : List.of();
    }

    private static String error(Snippet snippet, Diag error) {
        int at = (int)
                Math.min(Math.max(error.getStartPosition(), 0), snippet.source().length());
        long line = newlines(snippet.source(), at) + 1;
        // "cannot find symbol" says on its second line which one; where it looked for it is of no help here.
        String message = error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(part -> !part.startsWith("location:"))
                .map(part -> part.replaceFirst("^symbol:\\s*", "").replaceAll("\\s+", " "))
                .collect(Collectors.joining(": "));
        return "line " + line + ": " + message;
    }

    private static long newlines(String text, int end) {
        return text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}
