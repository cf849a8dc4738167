package ftol.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardImportsTest {
    /** Else its name alone does not compile in a cell: both packages are imported there. */
    @Test
    void noPublicClassOfTheKitIsCalledAsOneThatNotebooksImportElsewhere() throws Exception {
        List<String> kit = StandardImports.FIRST_CELL.stream()
                .filter(name -> name.startsWith("ftol."))
                .map(StandardImportsTest::prefix)
                .toList();
        assertThat(kit).hasSizeGreaterThan(3);
        for (String home : kit) {
            List<String> others = Stream.concat(StandardImports.KERNEL.stream(), StandardImports.FIRST_CELL.stream())
                    .filter(name -> !name.startsWith("static "))
                    .map(StandardImportsTest::prefix)
                    .filter(other -> !other.equals(home))
                    .toList();
            assertThat(publicClasses(home)).isNotEmpty().allSatisfy(name -> assertThat(others)
                    .noneMatch(other -> isPublic(other + name)));
        }
    }

    private static String prefix(String wildcard) {
        return wildcard.substring(0, wildcard.length() - 1);
    }

    private static List<String> publicClasses(String prefix) throws IOException, URISyntaxException {
        Path classes = Path.of(StandardImports.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve(prefix.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> isPublic(prefix + name))
                    .toList();
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, StandardImportsTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
