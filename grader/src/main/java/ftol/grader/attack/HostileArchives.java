package ftol.grader.attack;

import ftol.check.Part;
import ftol.check.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files and folders that would write or read elsewhere, or fill the memory. */
final class HostileArchives {
    private static final Part PART = Part.QUORUM_SIZE;
    private static final String NOTEBOOK = PART.task().notebook();

    private final Cells cells;
    private final List<Attack> attacks = new ArrayList<>();

    private HostileArchives(Cells cells) {
        this.cells = cells;
    }

    /** Writes the entries of a zip. */
    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    static List<Attack> all(Cells cells) {
        HostileArchives archives = new HostileArchives(cells);
        archives.zips();
        archives.links();
        return archives.attacks;
    }

    private void zips() {
        refused(
                "no-zip",
                "….zip is not a zip file that can be read (…). Pack the folder notebooks/ again.",
                folder -> Files.writeString(folder.resolveSibling(folder.getFileName() + ".zip"), "hello"));
        zip("slip", Status.PASS, "", zip -> put(zip, "../../../../tmp/ftol-slipped/" + NOTEBOOK, solved()));
        zip("slip-backslash", Status.PASS, "", zip -> put(zip, "..\\..\\" + NOTEBOOK, solved()));
        zip("absolute", Status.PASS, "", zip -> put(zip, "/etc/" + NOTEBOOK, solved()));
        zip(
                "bomb",
                Status.ERROR,
                "The notebooks that were handed in have more than 48 MB together. Hand in the folder notebooks/ with both"
                        + " notebooks in it, without outputs.",
                zip -> {
                    for (int i = 0; i < 20; i++) {
                        zip.putNextEntry(new ZipEntry("bomb" + i + ".ipynb"));
                        for (int mb = 0; mb < 64; mb++) {
                            zip.write(new byte[1 << 20]);
                        }
                    }
                });
        zip(
                "many-notebooks",
                Status.ERROR,
                "More than 20 notebooks were handed in. Hand in the folder notebooks/ with both notebooks in it.",
                zip -> {
                    for (int i = 0; i < 21; i++) {
                        put(zip, i + ".ipynb", "{}");
                    }
                });
        zip(
                "many-files",
                Status.ERROR,
                "….zip has 20001 files; at most 20000 are looked at. Pack only the folder notebooks/.",
                zip -> {
                    for (int i = 0; i < 20_001; i++) {
                        put(zip, String.valueOf(i), "");
                    }
                });
        zip("nested", Status.ERROR, "There is no notebook (*.ipynb) in what was handed in.", zip -> {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            ZipOutputStream inner = new ZipOutputStream(zip);
            put(inner, NOTEBOOK, solved());
            inner.finish();
        });
        zip(
                "control-characters",
                Status.ERROR,
                "A notebook has a name that no file should have: ?[2J?]0;owned?.ipynb. Rename it.",
                zip -> put(zip, "\u001b[2J\u001b]0;owned\u0007.ipynb", "{}"));
        zip(
                "two-of-a-name",
                Status.ERROR,
                "There are two different notebooks called " + NOTEBOOK
                        + " in what was handed in. Hand in the one that counts.",
                zip -> {
                    put(zip, "a/" + NOTEBOOK, solved());
                    put(zip, "b/" + NOTEBOOK, "{}");
                });
    }

    private void links() {
        refused("linked-notebook", "There is no notebook (*.ipynb) in what was handed in.", folder -> {
            Files.createDirectories(folder);
            Files.createSymbolicLink(
                    folder.resolve(NOTEBOOK), cells.course().notebooks().resolve(NOTEBOOK));
        });
        refused("linked-folder", "There is no notebook (*.ipynb) in what was handed in.", folder -> {
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("notebooks"), cells.course().notebooks());
        });
        refused("linked-root", "There is no notebook (*.ipynb) in what was handed in.", folder -> {
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve("all"), Path.of("/"));
        });
    }

    private String solved() {
        return cells.notebook(PART, cells.solution(PART)).toString();
    }

    private void zip(String name, Status status, String says, Entries entries) {
        Attack.Maker maker = folder -> {
            Path file = folder.resolveSibling(folder.getFileName() + ".zip");
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                entries.write(zip);
            }
        };
        add("zip-" + name, status, says, maker);
    }

    private void refused(String name, String says, Attack.Maker maker) {
        add(name, Status.ERROR, says, maker);
    }

    private void add(String name, Status status, String says, Attack.Maker maker) {
        attacks.add(new Attack(
                "archive-" + name,
                "a hand-in that leads elsewhere or is too much",
                PART,
                status,
                says,
                Optional.empty(),
                Optional.empty(),
                maker));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
