package ftol.grader.batch;

import ftol.check.StudentCode;
import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The notebooks of a hand-in, by name. Nothing else is ever unpacked or copied, and paths within folders and zips are not
 * used, so it does not matter what they say.
 */
record Notebooks(Map<String, byte[]> byName) {
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_NOTEBOOKS = 20;
    private static final int MOST_LEVELS = 6;

    /** All notebooks of one student together: a small zip can hold many large ones. */
    private static final long MOST_BYTES = 3 * NotebookFile.MAX_BYTES;

    private static final Pattern NOT_HANDED_IN = Pattern.compile("\\..*|__MACOSX|lib|node_modules");

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,120}");

    /** One notebook and how deep it lay. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Found(String name, int depth, byte[] content) {}

    /** Collects them; of two with the same name the one that lies less deep is meant. */
    static Notebooks of(HandIn handIn) throws BadNotebook {
        List<Found> found = new ArrayList<>();
        for (Path source : handIn.sources()) {
            try {
                collect(source, 0, found);
            } catch (ZipException e) {
                throw new BadNotebook(source.getFileName() + " is not a zip file that can be read (" + e.getMessage()
                        + "). Pack the folder notebooks/ again.");
            } catch (IOException e) {
                throw new BadNotebook(source.getFileName() + " cannot be read: " + e.getMessage());
            }
        }
        if (found.isEmpty()) {
            throw new BadNotebook("There is no notebook (*.ipynb) in what was handed in.");
        }
        Map<String, Found> byName = new TreeMap<>();
        for (Found notebook : found) {
            Found other = byName.putIfAbsent(notebook.name(), notebook);
            if (other != null && notebook.depth() < other.depth()) {
                byName.put(notebook.name(), notebook);
            } else if (other != null && notebook.depth() == other.depth() && !same(notebook, other)) {
                throw new BadNotebook("There are two different notebooks called " + notebook.name()
                        + " in what was handed in. Hand in the one that counts.");
            }
        }
        Map<String, byte[]> contents = new TreeMap<>();
        byName.forEach((name, notebook) -> contents.put(name, notebook.content()));
        return new Notebooks(contents);
    }

    private static boolean same(Found one, Found other) {
        return Arrays.equals(one.content(), other.content());
    }

    private static void collect(Path source, int depth, List<Found> found) throws IOException, BadNotebook {
        if (Files.isDirectory(source)) {
            collectFolder(source, found);
        } else if (source.toString().endsWith(".zip")) {
            collectZip(source, depth, found);
        } else {
            try (InputStream in = Files.newInputStream(source)) {
                add(found, source.getFileName().toString(), depth, in);
            }
        }
    }

    private static void collectFolder(Path folder, List<Found> found) throws IOException, BadNotebook {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), MOST_LEVELS, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return !visited.equals(folder)
                                && NOT_HANDED_IN
                                        .matcher(visited.getFileName().toString())
                                        .matches()
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link may lead anywhere, to another student's folder for instance.
                if (attributes.isRegularFile() && file.toString().matches("(?s).*\\.(ipynb|zip)")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path file : files.stream().sorted().toList()) {
            collect(file, folder.relativize(file).getNameCount(), found);
        }
    }

    private static void collectZip(Path zip, int depth, List<Found> found) throws IOException, BadNotebook {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > MOST_ENTRIES) {
                throw new BadNotebook(zip.getFileName() + " has " + file.size() + " files; at most " + MOST_ENTRIES
                        + " are looked at. Pack only the folder notebooks/.");
            }
            for (ZipEntry entry : file.stream().toList()) {
                String[] path = entry.getName().split("[/\\\\]", -1);
                boolean skipped = Arrays.stream(path)
                        .limit(path.length - 1L)
                        .anyMatch(folder -> NOT_HANDED_IN.matcher(folder).matches() && !folder.matches("\\.{1,2}"));
                String name = path[path.length - 1];
                if (!skipped && name.endsWith(".ipynb") && !name.startsWith(".")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        add(found, name, depth + path.length, in);
                    }
                }
            }
        }
    }

    /** Takes one byte more than allowed, so that whoever reads the notebook says that it is too large. */
    private static void add(List<Found> found, String name, int depth, InputStream in) throws IOException, BadNotebook {
        if (found.size() >= MOST_NOTEBOOKS) {
            throw new BadNotebook("More than " + MOST_NOTEBOOKS + " notebooks were handed in. Hand in the folder"
                    + " notebooks/ with both notebooks in it.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new BadNotebook("A notebook has a name that no file should have: "
                    + StudentCode.cut(name.replaceAll("[^\\p{Print}]", "?"), 60) + ". Rename it.");
        }
        found.add(new Found(name, depth, in.readNBytes(Math.toIntExact(NotebookFile.MAX_BYTES + 1))));
        if (found.stream().mapToLong(notebook -> notebook.content().length).sum() > MOST_BYTES) {
            throw new BadNotebook("The notebooks that were handed in have more than " + (MOST_BYTES >> 20)
                    + " MB together. Hand in the folder notebooks/ with both notebooks in it, without outputs.");
        }
    }

    /** Writes them into this folder, which is made. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> notebook : byName.entrySet()) {
            Files.write(folder.resolve(notebook.getKey()), notebook.getValue());
        }
    }

    /** Changes if, and only if, a notebook changes. */
    String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        byName.forEach((name, content) -> {
            fingerprint.addLine(name);
            fingerprint.addLine(String.valueOf(content.length));
            fingerprint.add(content);
        });
        return fingerprint.hex();
    }
}
