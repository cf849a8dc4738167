package ftol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.check.Violation;
import ftol.failover.sim.Exploration;
import ftol.failover.sim.Exploration.Verdict;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.Run;
import ftol.failover.sim.Scenario;
import ftol.reference.WrongReplica.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplicaTest {

    @Test
    void asynchronousReplicaTakesOverFromACrashedPrimary() {
        Exploration result = Explorer.explore(AsyncReplica::new, Scenario.CRASHES, 1, 30_000);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASSED);
        assertThat(result.depth()).isGreaterThanOrEqualTo(2);
        assertThat(result.takeOversDue()).isGreaterThan(1_000);
    }

    @Test
    void asynchronousReplicaSplitsInAPartition() {
        Exploration result = Explorer.explore(AsyncReplica::new, Scenario.PARTITIONS, 1, 1_000);
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        Run run = result.failure().orElseThrow();
        assertThat(run.violation()).map(Violation::text).get().asString().startsWith("Split brain");
        assertThat(run.schedule().faults()).hasSize(1);
    }

    @Test
    void synchronousReplicaIsSafeUnderEverything() {
        Exploration result = Explorer.explore(SyncReplica::new, Scenario.EVERYTHING, 1, 100_000);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASSED);
        assertThat(result.takeOversDue()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyMistakeIsFoundWithAShortSchedule(Mistake mistake) {
        Exploration result = Explorer.explore(() -> new WrongReplica(mistake), Scenario.EVERYTHING, 1, 20_000);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAILED);
        assertThat(result.failure().orElseThrow().schedule().faults()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void withoutAMistakeThatReplicaIsRight() {
        Exploration result = Explorer.explore(() -> new WrongReplica(Mistake.NONE), Scenario.EVERYTHING, 2, 10_000);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASSED);
    }
}
