package ftol.grader.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderZipOrNotebookIsNamedAfterItsStudent() throws IOException {
        folders("alice");
        files("bob.zip", "carl.ipynb", "notes.txt", ".DS_Store");

        assertThat(ClassFolder.read(folder).handIns())
                .extracting(HandIn::student)
                .containsExactly("alice", "bob", "carl");
    }

    @Test
    void moodleNamesTheStudentAndANumber() throws IOException {
        folders("Ann Bee_123_assignsubmission_file", "Ann Bee_456_assignsubmission_file_");

        assertThat(ClassFolder.read(folder).handIns())
                .extracting(HandIn::student)
                .containsExactly("Ann Bee_123", "Ann Bee_456");
    }

    @Test
    void canvasHasSeveralFilesForEachStudentAndSaysWhoIsLate() throws IOException {
        files("beeann_LATE_12_77_task1-failover.ipynb", "beeann_12_78_task2-quorums.ipynb", "catbob_13_79_ftol.zip");

        assertThat(ClassFolder.read(folder).handIns())
                .extracting(HandIn::student, HandIn::late, handIn -> handIn.sources()
                        .size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("beeann_12", true, 2),
                        org.assertj.core.groups.Tuple.tuple("catbob_13", false, 1));
    }

    @Test
    void foldersOfDifferentStudentsNeverHaveTheSameName() {
        assertThat(new HandIn("a b", false, java.util.List.of()).slug())
                .isNotEqualTo(new HandIn("a_b", false, java.util.List.of()).slug())
                .matches("[\\w-]+");
        assertThat(new HandIn("..", false, java.util.List.of()).slug()).doesNotContain(".");
    }

    @Test
    void whatIsNoSubmissionIsNamed() throws IOException {
        folders("alice", "__MACOSX");
        files("notes.txt", ".DS_Store", "work.rar", "bob.ipynb");

        assertThat(ClassFolder.read(folder).ignored()).containsExactly("notes.txt", "work.rar");
    }

    @Test
    void aClassIsToldFromASubmission() throws IOException {
        folders("alice/ftol/notebooks", "bob", "nobody");
        files("alice/ftol/notebooks/task2-quorums.ipynb", "bob/task1-failover.ipynb", "carl.zip");

        assertThat(ClassFolder.submissionsIn(folder)).isEqualTo(2);
        assertThat(ClassFolder.submissionsIn(folder.resolve("bob"))).isZero();
        assertThat(ClassFolder.submissionsIn(folder.resolve("alice/ftol"))).isZero();
    }

    @Test
    void nothingToGradeIsSaid() throws IOException {
        files("notes.txt");

        assertThatThrownBy(() -> ClassFolder.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has nothing to grade in it");
        assertThatThrownBy(() -> ClassFolder.read(folder.resolve("notes.txt"))).hasMessageContaining("is not a folder");
    }

    private void folders(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), "");
        }
    }
}
