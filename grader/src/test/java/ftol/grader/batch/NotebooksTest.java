package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.submission.BadNotebook;
import ftol.submission.NotebookFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebooksTest {
    private static final String ONE = "task1-failover.ipynb";
    private static final String TWO = "task2-quorums.ipynb";

    @TempDir
    private Path folder;

    @Test
    void aCheckoutWithItsCheckpointsAndLibrariesHasItsTwoNotebooks() throws Exception {
        file("notebooks/" + ONE, "1");
        file("notebooks/" + TWO, "2");
        file("notebooks/.ipynb_checkpoints/" + ONE, "old");
        file("lib/other.ipynb", "x");
        file(".venv/share/other.ipynb", "x");

        assertThat(notebooks(folder).byName()).containsOnlyKeys(ONE, TWO);
    }

    @Test
    void nbgradersFolderOfTheAssignmentIsLookedInto() throws Exception {
        file("ftol/" + ONE, "1");

        assertThat(notebooks(folder).byName()).containsOnlyKeys(ONE);
    }

    @Test
    void pathsInAZipLeadNowhere() throws Exception {
        Path zip = zip("../../../" + ONE, "/etc/" + TWO, "a\\b\\third.ipynb");

        Notebooks notebooks = notebooks(zip);
        notebooks.writeTo(folder.resolve("out"));

        assertThat(notebooks.byName()).containsOnlyKeys(ONE, TWO, "third.ipynb");
        assertThat(folder.resolve("out")).isDirectoryContaining(path -> path.endsWith(ONE));
        assertThat(folder.resolve("../../../" + ONE)).doesNotExist();
    }

    @Test
    void aBombIsReadNoFurtherThanWhatANotebookMayHave() throws Exception {
        Path zip = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry(ONE));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                entries.write(zeros);
            }
        }

        assertThat(notebooks(zip).byName().get(ONE)).hasSize((int) NotebookFile.MAX_BYTES + 1);
    }

    @Test
    void aLinkToAnotherStudentsNotebookIsNotFollowed() throws Exception {
        file("bob/" + ONE, "bob's");
        Files.createDirectories(folder.resolve("eve"));
        Files.createSymbolicLink(
                folder.resolve("eve").resolve(ONE), folder.resolve("bob").resolve(ONE));
        Files.createSymbolicLink(folder.resolve("eve/more"), folder.resolve("bob"));

        assertThatThrownBy(() -> notebooks(folder.resolve("eve")))
                .isInstanceOf(BadNotebook.class)
                .hasMessage("There is no notebook (*.ipynb) in what was handed in.");
    }

    @Test
    void ofTwoWithOneNameTheOneLessDeepCountsAndNothingIsGuessed() throws Exception {
        file(ONE, "this");
        file("old/" + ONE, "that");
        assertThat(notebooks(folder).byName().get(ONE)).asString().isEqualTo("this");

        file("other/a/" + TWO, "this");
        file("other/b/" + TWO, "that");
        assertThatThrownBy(() -> notebooks(folder.resolve("other")))
                .hasMessage("There are two different notebooks called " + TWO
                        + " in what was handed in. Hand in the one that counts.");
    }

    @Test
    void whatIsNoZipIsNamed() throws Exception {
        file("eve.zip", "hello");

        assertThatThrownBy(() -> notebooks(folder.resolve("eve.zip")))
                .hasMessageStartingWith("eve.zip is not a zip file");
    }

    @Test
    void theFingerprintTellsContentsAndNamesApart() throws Exception {
        file("a/" + ONE, "1");
        file("b/" + ONE, "1");
        file("c/" + ONE, "2");
        file("d/" + TWO, "1");

        String print = notebooks(folder.resolve("a")).fingerprint();
        assertThat(notebooks(folder.resolve("b")).fingerprint()).isEqualTo(print);
        assertThat(notebooks(folder.resolve("c")).fingerprint()).isNotEqualTo(print);
        assertThat(notebooks(folder.resolve("d")).fingerprint()).isNotEqualTo(print);
    }

    private static Notebooks notebooks(Path source) throws BadNotebook {
        return Notebooks.of(new HandIn("student", false, List.of(source)));
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("student.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (String name : names) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
