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
    void aCrashAtAnyByteOfAWriteLeavesTheLastState() throws IOException {
        new StateFile(folder).write(new State(6, List.of("longer than the next one", "x", "y")));
        new StateFile(folder).write(STATE);
        Path before = holding();
        new StateFile(folder).write(new State(8, List.of()));
        byte[] next = Files.readAllBytes(holding());
        // As it was before the last write, but for the first bytes of what that wrote.
        Files.write(folder.resolve("which"), new byte[] {(byte) name(before)});
        for (int length = 0; length <= next.length; length++) {
            Files.write(other(before), Arrays.copyOf(next, length));
            assertThat(new StateFile(folder).read()).isEqualTo(STATE);
        }
    }

    @Test
    void aShorterStateMayFollowALongerOne() throws IOException {
        StateFile disk = new StateFile(folder);
        disk.write(new State(5, List.of("a long entry", "another one")));
        disk.write(STATE);
        disk.write(new State(8, List.of()));
        assertThat(disk.read()).isEqualTo(new State(8, List.of()));
        assertThat(new StateFile(folder).read()).isEqualTo(new State(8, List.of()));
    }

    @Test
    void aDamagedFileIsRefusedWhateverIsMissingOfIt() throws IOException {
        new StateFile(folder).write(STATE);
        Path file = holding();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused();
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = whole.clone();
                changed[length] ^= (byte) (1 << bit);
                Files.write(file, changed);
                assertRefused();
            }
        }
        Files.delete(file);
        assertRefused();
        Files.write(folder.resolve("which"), new byte[] {'2'});
        assertRefused();
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

    /** The file that holds the state. */
    private Path holding() throws IOException {
        return folder.resolve("state-" + Files.readString(folder.resolve("which")));
    }

    private static char name(Path file) {
        return file.toString().charAt(file.toString().length() - 1);
    }

    private static Path other(Path file) {
        return file.resolveSibling(name(file) == '0' ? "state-1" : "state-0");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> new StateFile(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }
}
