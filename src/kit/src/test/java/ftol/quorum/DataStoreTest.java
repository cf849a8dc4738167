package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.Event;
import ftol.picture.Swimlane;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store on real processes. */
class DataStoreTest {
    @Test
    void quorumsThatMeetKeepAWriteThoughReplicasAreKilled() throws InterruptedException {
        try (DataStore store = DataStore.start(5, new Sizes(3, 3), ReadRule.HIGHEST_VERSION, 0)) {
            assertThat(store.write("x", "old")).isTrue();
            store.kill(0);
            assertThat(store.write("x", "new")).isTrue();
            store.kill(4);

            assertThat(store.read("x")).contains("new");
            assertThat(store.read("y")).contains("");
            assertThat(store.table().stringColumn("replicas").asList())
                    .containsExactly("{A, B, C}", "{A}", "{B, C, D}", "{E}", "{B, C, D}", "{B, C, D}");
        }
    }

    @Test
    void quorumsThatAreTooSmallLoseAWrite() {
        try (DataStore store = DataStore.start(4, new Sizes(2, 2), ReadRule.HIGHEST_VERSION, 0)) {
            store.write("x", "new");

            assertThat(store.read("x")).contains("");
            assertThat(store.table().stringColumn("result").get(1)).isEqualTo("✗ stale: nothing");
            assertThat(Swimlane.of(store).text()).contains("(lost)");
        }
    }

    @Test
    void aMajorityOfTheReadQuorumIsNeededForPlainValues() {
        try (DataStore store = DataStore.start(5, new Sizes(3, 3), ReadRule.MAJORITY, 0)) {
            store.write("x", "new");
            assertThat(store.read("x")).contains("");
        }
        try (DataStore store = DataStore.start(5, new Sizes(4, 4), ReadRule.MAJORITY, 0)) {
            store.write("x", "new");
            assertThat(store.read("x")).contains("new");
        }
    }

    @Test
    void withoutAQuorumNothingIsWrittenOrRead() throws InterruptedException {
        try (DataStore store = DataStore.start(3, new Sizes(2, 2), ReadRule.HIGHEST_VERSION, 0)) {
            store.write("x", "old");
            store.kill(0);
            store.kill(1);

            assertThat(store.write("x", "new")).isFalse();
            assertThat(store.read("x")).isEmpty();
            assertThat(store.table().stringColumn("result").asList())
                    .containsSequence("✗ no write quorum: 1 of 2", "✗ no read quorum: 1 of 2");
        }
    }

    @Test
    void aFrozenReplicaIsPassedOverAndHasLostNothing() {
        try (DataStore store = DataStore.start(3, new Sizes(2, 2), ReadRule.HIGHEST_VERSION, 0)) {
            store.write("x", "old");
            store.freeze(1);
            assertThat(store.write("x", "new")).isTrue();
            store.thaw(1);

            assertThat(store.read("x")).contains("new");
            assertThat(store.events()).extracting(Event::kind).contains(Event.Kind.PAUSE, Event.Kind.RESUME);
        }
    }

    /** The lecture's counterexample: N = 4, Q = 3, T = 1; the write reaches A, B, C; the reader asks D, C, B; B lies. */
    @ParameterizedTest
    @CsvSource({
        "MAJORITY, false, ✗ stale: old", "HIGHEST_VERSION, true, ✗ fabricated: lie", "SIGNED, false, ✓ new",
        "SIGNED, true, ✓ new", "VOUCHERS, true, ? no answer", "PLURALITY, false, ✗ stale: old"
    })
    void whatOneLiarDoesDependsOnTheRule(ReadRule rule, boolean madeUp, String result) {
        try (DataStore store = DataStore.start(4, new Sizes(3, 3), rule, 1)) {
            store.fill("x", "old");
            if (madeUp) {
                store.makeUp(1, "lie");
            } else {
                store.withhold(1);
            }
            store.write("x", "new");
            store.read("x");

            assertThat(store.table().stringColumn("result").asList()).endsWith(result);
        }
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> DataStore.start(0, new Sizes(1, 1), ReadRule.SIGNED, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> DataStore.start(3, new Sizes(4, 1), ReadRule.SIGNED, 0))
                .hasMessage("R must be from 1 to N = 3, but it is 4.");
        assertThatThrownBy(() -> DataStore.start(3, new Sizes(1, 1), ReadRule.SIGNED, -1))
                .hasMessageContaining("-1");
        try (DataStore store = DataStore.start(1, new Sizes(1, 1), ReadRule.SIGNED, 0)) {
            assertThatThrownBy(() -> store.withhold(1)).hasMessageContaining("there is no 1");
        }
    }

    @Test
    void noProcessIsLeft() {
        // Some that other tests have closed may still be ending.
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        List<ProcessHandle> started;
        try (DataStore store = DataStore.start(2, new Sizes(1, 2), ReadRule.HIGHEST_VERSION, 0)) {
            store.freeze(1);
            started = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !before.contains(process))
                    .toList();
            assertThat(started).hasSizeGreaterThanOrEqualTo(2);
        }

        assertThat(started).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(60, TimeUnit.SECONDS));
    }
}
