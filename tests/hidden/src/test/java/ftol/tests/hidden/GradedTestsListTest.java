package ftol.tests.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.check.GradedTests;
import ftol.check.Part;
import ftol.check.Points;
import ftol.tests.PublicTests;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing is scanned when students are graded, so the build makes sure that no test was forgotten. */
class GradedTestsListTest {
    private static final List<GradedTests> SUITES = List.of(new PublicTests(), new HiddenTests());

    @Test
    void bothSuitesAreRegistered() {
        assertThat(ServiceLoader.load(GradedTests.class))
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(PublicTests.class, HiddenTests.class);
    }

    @Test
    void everyClassWithTestsIsListedOnce() throws Exception {
        for (GradedTests suite : SUITES) {
            List<Class<?>> withTests = classesBeside(suite).stream()
                    .filter(type -> !testsOf(type).isEmpty())
                    .toList();
            assertThat(withTests).isNotEmpty();
            assertThat(listed(suite)).containsExactlyInAnyOrderElementsOf(withTests);
        }
    }

    @Test
    void everyTestHasPointsAndATitleAndEveryHiddenOneAHint() {
        for (GradedTests suite : SUITES) {
            for (Class<?> type : listed(suite)) {
                for (Method test : testsOf(type)) {
                    Points points = test.getAnnotation(Points.class);
                    assertThat(points).as("@Points of %s", test).isNotNull();
                    assertThat(points.value()).as("points of %s", test).isPositive();
                    assertThat(title(test)).as("title of %s", test).isNotBlank();
                    if (suite.hidden()) {
                        assertThat(points.hint()).as("hint of %s", test).isNotBlank();
                    }
                }
            }
        }
    }

    @Test
    void randomPropertiesHaveAFixedSeed() {
        for (GradedTests suite : SUITES) {
            listed(suite).stream()
                    .flatMap(type -> testsOf(type).stream())
                    .map(test -> test.getAnnotation(Property.class))
                    .filter(property -> property != null && property.generation() != GenerationMode.EXHAUSTIVE)
                    .forEach(property -> assertThat(property.seed()).isNotEqualTo(Property.SEED_NOT_SET));
        }
    }

    @Test
    void pointsAddUpToThePart() {
        for (Part part : Part.values()) {
            int points = SUITES.stream()
                    .flatMap(suite -> suite.of(part).stream())
                    .flatMap(type -> testsOf(type).stream())
                    .mapToInt(test -> test.getAnnotation(Points.class).value())
                    .sum();
            assertThat(points).as("points of part %s", part.id()).isEqualTo(part.points());
        }
    }

    private static List<Class<?>> listed(GradedTests suite) {
        return Arrays.stream(Part.values())
                .flatMap(part -> suite.of(part).stream())
                .toList();
    }

    private static List<Method> testsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class))
                .toList();
    }

    private static String title(Method test) {
        return test.isAnnotationPresent(Property.class)
                ? test.getAnnotation(Label.class).value()
                : test.getAnnotation(DisplayName.class).value();
    }

    /** All classes in the suite's module, which Maven hands us as a folder or as a jar. */
    private static List<Class<?>> classesBeside(GradedTests suite) throws IOException, URISyntaxException {
        Path module = Path.of(suite.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(module)) {
            return classesIn(module);
        }
        try (FileSystem jar = FileSystems.newFileSystem(module)) {
            return classesIn(jar.getPath("/"));
        }
    }

    private static List<Class<?>> classesIn(Path root) throws IOException {
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (name.endsWith(".class")) {
                    classes.add(load(name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.')));
                }
            }
        }
        return classes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GradedTestsListTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
