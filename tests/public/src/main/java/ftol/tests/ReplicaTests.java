package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.Points;
import ftol.check.Submitted;
import ftol.failover.sim.Explorer;
import ftol.failover.sim.Handlers;
import ftol.failover.sim.Run;
import ftol.failover.sim.Schedule;
import ftol.picture.Swimlane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 1c. */
class ReplicaTests {

    @Test
    @Points(30)
    @DisplayName("without a fault, node 0 answers all clients")
    void noFault() {
        Run run = Explorer.replayHandlers(() -> Submitted.create(Handlers.class), Schedule.parse("crashes:"));
        run.violation().ifPresent(violation -> {
            throw new Counterexample(violation.text(), Swimlane.of(run));
        });
    }
}
