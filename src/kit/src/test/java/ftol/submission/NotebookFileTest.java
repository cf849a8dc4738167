package ftol.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.Part;
import ftol.check.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotebookFileTest {
    private static final Path NOTEBOOKS = Path.of("../../notebooks");

    @TempDir
    private Path folder;

    /** So that solving a notebook changes what it must, and git shows nothing else. */
    @ParameterizedTest
    @EnumSource
    void writtenAsJupyterWritesIt(Task task) throws Exception {
        Path copy = folder.resolve(task.notebook());
        NotebookFile.read(NOTEBOOKS.resolve(task.notebook())).write(copy);
        assertThat(copy).hasSameTextualContentAs(NOTEBOOKS.resolve(task.notebook()));
        assertThat(Files.size(copy)).isEqualTo(Files.size(NOTEBOOKS.resolve(task.notebook())));
    }

    @Test
    void anotherTextInOneCell() throws Exception {
        NotebookFile before = NotebookFile.read(NOTEBOOKS.resolve(Task.QUORUMS.notebook()));
        Cell cell = PartCell.find(Part.QUORUM_SIZE, before).cell();
        Path file = folder.resolve("task.ipynb");
        before.withSource(cell, "class A {\n}\n").write(file);

        NotebookFile after = NotebookFile.read(file);
        assertThat(PartCell.find(Part.QUORUM_SIZE, after).cell().source()).isEqualTo("class A {\n}");
        assertThat(after.cells()).hasSameSizeAs(before.cells());
        assertThat(PartCell.find(Part.QUORUM_SIZE, before).cell().source())
                .as("the notebook it was made from")
                .contains("NotWrittenYet");
        assertThat(Files.readString(file)).contains("   \"source\": [\n    \"class A {\\n\",\n    \"}\"\n   ]\n");
    }

    @Test
    void aSourceIsOneStringOrLines() throws Exception {
        assertThat(read("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"a\\nb\"}]}")
                        .cells())
                .containsExactly(new Cell(1, "", true, "", false, "a\nb"));
        assertThat(
                        read("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"markdown\", \"id\": \"x\", \"source\": [\"a\\n\","
                                        + " \"b\"], \"metadata\": {\"editable\": false, \"ftol\": {\"part\": \"1a\"}}}]}")
                                .cells())
                .containsExactly(new Cell(1, "x", false, "1a", true, "a\nb"));
    }

    @Test
    void aByteOrderMarkIsHarmlessAndBrokenUtf8IsNot() throws Exception {
        assertThat(read("\ufeff{\"nbformat\": 4, \"cells\": []}").cells()).isEmpty();
        Path file = folder.resolve("x.ipynb");
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        assertThatThrownBy(() -> NotebookFile.read(file))
                .isInstanceOf(BadNotebook.class)
                .hasMessageContaining("is not valid JSON");
    }

    private NotebookFile read(String json) throws IOException, BadNotebook {
        return NotebookFile.read(Files.writeString(folder.resolve("x.ipynb"), json));
    }
}
