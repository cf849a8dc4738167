package ftol.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Compiles a part together with the student's other cells, as the kernel does: with JShell. Only declarations are taken
 * (imports, types, methods, variables); no statement and no expression of any cell is evaluated here, since the engine
 * behind this JShell keeps class files instead of running them.
 */
final class HelperCells {
    private HelperCells() {}

    /** The compiled part, or nothing if it needs something that no cell declares. */
    static Optional<CompiledPart> compile(PartCell partCell, String classPath) throws PartProblem {
        String partSource = CellCompiler.java(partCell.cell());
        ClassFileKeeper keeper = new ClassFileKeeper();
        try (JShell shell = JShell.builder()
                .executionEngine(keeper, Map.of())
                .compilerOptions("-classpath", classPath, "-proc:none", "-g")
                .build()) {
            shell.addToClasspath(classPath);
            declare(shell, StandardImports.line(), keeper);
            for (Cell other : partCell.others()) {
                try {
                    declare(shell, CellCompiler.java(other), keeper);
                } catch (PartProblem | StackOverflowError | InternalError ignored) {
                    // A helper cell that is refused, or too deep for the compiler, declares nothing; the part may not
                    // need it.
                }
            }
            declare(shell, partSource, keeper);
            boolean usable = shell.types()
                    .filter(type -> type.name().equals(partCell.part().className()))
                    .anyMatch(type -> shell.status(type) == Snippet.Status.VALID);
            if (!usable) {
                return Optional.empty();
            }
        }
        return keeper.mainClass(partCell.part().className())
                .map(main -> new CompiledPart(main, keeper.classes, keeper.initialisers));
    }

    private static void declare(JShell shell, String source, ClassFileKeeper keeper) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        String rest = source;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return;
            }
            List<Snippet> snippets = analysis.sourceToSnippets(info.source());
            if (snippets.stream().allMatch(HelperCells::isDeclaration)) {
                keeper.keepInvocations = snippets.stream().anyMatch(VarSnippet.class::isInstance);
                shell.eval(info.source());
                keeper.keepInvocations = false;
            }
            rest = info.remaining();
        }
    }

    private static boolean isDeclaration(Snippet snippet) {
        return switch (snippet.kind()) {
            case IMPORT, TYPE_DECL, METHOD -> true;
            case VAR ->
                snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND
                        || snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
            default -> false;
        };
    }

    /** An execution engine that executes nothing. */
    private static final class ClassFileKeeper implements ExecutionControlProvider, ExecutionControl {
        private final Map<String, byte[]> classes = new LinkedHashMap<>();
        private final List<String> initialisers = new ArrayList<>();
        private boolean keepInvocations;

        /** The newest class of this name: JShell calls it REPL.$JShell$12$Name, or $JShell$12B$Name when redefined. */
        Optional<String> mainClass(String simpleName) {
            Pattern pattern = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$" + Pattern.quote(simpleName));
            return classes.keySet().stream()
                    .filter(name -> pattern.matcher(name).matches())
                    .reduce((first, second) -> second);
        }

        @Override
        public String name() {
            return "class-file-keeper";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return this;
        }

        @Override
        public void load(ClassBytecodes[] loaded) {
            for (ClassBytecodes file : loaded) {
                classes.remove(file.name());
                classes.put(file.name(), file.bytecodes());
            }
        }

        @Override
        public void redefine(ClassBytecodes[] redefined) throws NotImplementedException {
            // JShell then compiles what changed under a new name, as it does in a kernel.
            throw new NotImplementedException("redefine");
        }

        @Override
        public String invoke(String className, String methodName) {
            if (keepInvocations) {
                initialisers.add(className);
            }
            return "";
        }

        @Override
        public String varValue(String className, String varName) {
            return "";
        }

        @Override
        public void addToClasspath(String path) {
            // The compiler knows it already; nothing is run here that would need it.
        }

        @Override
        public void stop() {
            // Nothing runs.
        }

        @Override
        public Object extensionCommand(String command, Object arg) throws NotImplementedException {
            throw new NotImplementedException(command);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
