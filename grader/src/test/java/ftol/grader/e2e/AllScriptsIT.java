package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All tests of the scripts, also those in which JupyterLab is installed; and every way through them in a second plain shell. */
@Tag("gate")
class AllScriptsIT {
    @Test
    void dash() {
        assumeThat(Fixture.find("dash")).as("dash is installed").isPresent();
        Program.Ended ended = ScriptsIT.test("dash", "", Fixture.freshRelease());
        ScriptsIT.assertPassed(ended);
        assertThat(ended.output()).doesNotContain("SKIP no released starter");
    }

    @Test
    void busyboxSh() {
        assumeThat(Fixture.find("busybox")).as("busybox is installed").isPresent();
        ScriptsIT.assertPassed(ScriptsIT.test("busybox sh", ScriptsIT.CASES));
    }
}
