package ftol.grader.e2e;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tests of the scripts in a second plain shell. */
@Tag("gate")
class OtherShellIT {
    /**
     * Every way through the scripts once; what else goes wrong around them does not depend on the shell, and that JupyterLab is
     * installed once, by {@link ScriptsIT}, is enough.
     */
    private static final String CASES = "usage_is_explained unknown_names lists gets_newest gets_older foreign twice"
            + " newer offline no_git no_python no_jdk java_home disk_full half_made interrupted course doctor lab check";

    @Test
    void busyboxSh() {
        assumeThat(Fixture.find("busybox")).as("busybox is installed").isPresent();
        ScriptsIT.assertPassed(ScriptsIT.test("busybox sh", CASES));
    }
}
