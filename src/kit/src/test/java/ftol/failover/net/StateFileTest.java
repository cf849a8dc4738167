package ftol.failover.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 43: a torn state file. */
class StateFileTest {
    private static final State STATE = new State(7, List.of("a1", "b-2", "ä"));

    @TempDir
    private Path folder;

    @Test
    void aNewDiskHoldsNothing() throws IOException {
        assertThat(new StateFile(folder).read()).isEqualTo(State.NOTHING);
        assertThat(new StateFile(folder).isLost()).isFalse();
    }

    @Test
    void whatWasWrittenLastIsRead() throws IOException {
        new StateFile(folder).write(new State(6, List.of("x")));
        new StateFile(folder).write(STATE);
        assertThat(new StateFile(folder).read()).isEqualTo(STATE);
    }

    @Test
    void aCrashWhileWritingLeavesTheLastState() throws IOException {
        new StateFile(folder).write(STATE);
        Files.write(folder.resolve("state.next"), new byte[] {1, 2, 3});
        assertThat(new StateFile(folder).read()).isEqualTo(STATE);
    }

    @Test
    void aDamagedFileIsRefusedWhateverIsMissingOfIt() throws IOException {
        new StateFile(folder).write(STATE);
        Path file = folder.resolve("state");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused();
            byte[] changed = whole.clone();
            changed[length] ^= 1;
            Files.write(file, changed);
            assertRefused();
        }
    }

    @Test
    void aLostDiskStaysLostUntilSomethingIsWritten() throws IOException {
        StateFile disk = new StateFile(folder);
        disk.write(STATE);
        disk.lose();
        assertThat(new StateFile(folder).read()).isEqualTo(State.NOTHING);
        assertThat(new StateFile(folder).isLost()).isTrue();
        disk.write(STATE);
        assertThat(new StateFile(folder).isLost()).isFalse();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> new StateFile(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }
}
