package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.reference.LeastQuorum;
import org.junit.jupiter.api.Test;

class GoldenQuorumsTest {
    @Test
    void referenceAgrees() {
        LeastQuorum reference = new LeastQuorum();
        assertThat(GoldenQuorums.all()).hasSize(25).allSatisfy(golden -> assertThat(
                        golden.versioned()
                                ? reference.leastVersioned(golden.n())
                                : reference.leastUnversioned(golden.n()))
                .isEqualTo(golden.q()));
    }
}
