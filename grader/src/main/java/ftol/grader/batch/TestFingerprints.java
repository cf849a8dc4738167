package ftol.grader.batch;

import ftol.check.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * For each part a fingerprint of all that tests it: its own test classes, all else in the jars but other parts' tests, and
 * the seed.
 */
public final class TestFingerprints {
    private TestFingerprints() {}

    /**
     * By part id.
     *
     * @param seed of the run
     * @param jars with the tests and what they use
     * @param testsOf names the test classes of a part
     */
    public static Map<String, String> of(long seed, List<Path> jars, Function<Part, List<Class<?>>> testsOf) {
        Map<String, Long> entries = new LinkedHashMap<>();
        jars.forEach(jar -> entries.putAll(entries(jar)));
        Map<String, String> prints = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            Set<String> others = Arrays.stream(Part.values())
                    .filter(other -> other != part)
                    .flatMap(other -> testsOf.apply(other).stream())
                    .map(type -> type.getName().replace('.', '/'))
                    .collect(Collectors.toSet());
            testsOf.apply(part).forEach(type -> others.remove(type.getName().replace('.', '/')));
            prints.put(part.id(), fingerprint(seed, entries, others));
        }
        return prints;
    }

    /** Class files by name, with their checksums: the jar's own dates do not matter. */
    private static Map<String, Long> entries(Path jar) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/maven"))
                    .filter(entry -> !entry.getName().equals("META-INF/MANIFEST.MF"))
                    .collect(Collectors.toMap(ZipEntry::getName, ZipEntry::getCrc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(long seed, Map<String, Long> entries, Set<String> without) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addLine("seed " + seed);
        entries.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey().replaceFirst("(\\$.*)?\\.class$", "")))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fingerprint.addLine(entry.getKey() + " " + entry.getValue()));
        return fingerprint.hex();
    }
}
