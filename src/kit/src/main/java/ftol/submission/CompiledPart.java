package ftol.submission;

import ftol.check.StudentCode;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part's class, compiled and not yet loaded.
 *
 * @param mainClass the binary name of the class that implements the contract
 * @param classes class files by binary name
 * @param initialisers classes whose static method {@code do_it$} sets a variable of a helper cell, in order
 */
public record CompiledPart(String mainClass, Map<String, byte[]> classes, List<String> initialisers) {

    public CompiledPart {
        classes = new LinkedHashMap<>(classes);
        initialisers = List.copyOf(initialisers);
    }

    /**
     * Loads the class behind this parent, which must see the kit. Runs the helper cells' variables, that is student code;
     * what they throw leaves the variable unset, as in a notebook.
     */
    public Class<?> load(ClassLoader parent) throws PartProblem {
        ClassLoader loader = new BytesLoader(parent, classes);
        for (String name : initialisers) {
            try {
                Method initialiser = loader.loadClass(name).getDeclaredMethod("do_it$");
                // JShell's classes are not public.
                initialiser.setAccessible(true);
                initialiser.invoke(null);
            } catch (ReflectiveOperationException | LinkageError e) {
                // The cell would have shown this to the student; the part may well work without that variable.
                System.err.println("A helper cell's variable was not set: " + e);
            }
        }
        try {
            return loader.loadClass(mainClass);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PartProblem("The compiled class cannot be loaded: " + e);
        }
    }

    /** Whether the class uses what is {@link Withheld}, itself or through another of the classes. */
    public boolean usesWithheld() {
        Map<String, String> constants = new HashMap<>();
        classes.forEach((name, bytes) -> constants.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        Deque<String> used = new ArrayDeque<>(List.of(mainClass));
        Set<String> seen = new HashSet<>(used);
        while (!used.isEmpty()) {
            String text = constants.get(used.remove());
            if (Withheld.isUsedBy(text)) {
                return true;
            }
            for (String name : classes.keySet()) {
                // The name of one class may begin with that of another.
                Pattern mention = Pattern.compile(Pattern.quote(name.replace('.', '/')) + "(?![\\w$])");
                if (!seen.contains(name) && mention.matcher(text).find()) {
                    seen.add(name);
                    used.add(name);
                }
            }
        }
        return false;
    }

    /** Finds lines of the cell in stack traces; not if the cell was compiled together with helper cells. */
    public StudentCode code() {
        return frame -> (mainClass + ".java").equals(frame.getFileName())
                // Line 1 of what was compiled holds the imports.
                ? Optional.of("line " + (frame.getLineNumber() - 1) + " of the cell")
                : Optional.empty();
    }

    private static final class BytesLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        BytesLoader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (Withheld.holds(name)) {
                throw new ClassNotFoundException(name + " is withheld from graded cells");
            }
            return super.loadClass(name, resolve);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
