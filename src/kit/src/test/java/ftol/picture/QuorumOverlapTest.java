package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuorumOverlapTest {
    @Test
    void saysWhetherTheOverlapIsAMajorityOfTheReadQuorum() {
        assertThat(QuorumOverlap.of(7, 5, 4).text())
                .isEqualTo(
                        "N = 7, Q = 5: at worst 3 of 5 answers are new. Plain values: ✓ a majority of the read quorum."
                                + " Versions: ✓ at least one is new. N = 7, Q = 4: at worst 1 of 4 answers is new."
                                + " Plain values: ✗ no majority of the read quorum. Versions: ✓ at least one is new.");
    }

    @Test
    void halfIsNoMajority() {
        assertThat(QuorumOverlap.of(6, 4).text()).contains("2 of 4 answers are new. Plain values: ✗");
    }

    @Test
    void quorumsThatNeedNotMeet() {
        assertThat(QuorumOverlap.of(5, 2).text()).contains("0 of 2 answers are new", "Versions: ✗ none is new");
    }

    @Test
    void sizesOfReadsAndWritesMayDiffer() {
        assertThat(QuorumOverlap.ofSizes(5, 3, 4).text())
                .isEqualTo(
                        "N = 5, R = 3, W = 4: at worst 2 of 3 answers are new. Plain values: ✓ a majority of the read"
                                + " quorum. Versions: ✓ at least one is new.");
        assertThat(QuorumOverlap.ofSizes(5, 4, 3).text()).contains("2 of 4 answers are new. Plain values: ✗");
        assertThat(QuorumOverlap.ofSizes(5, 3, 2).text()).contains("0 of 3 answers are new", "Versions: ✗ none is new");
        assertThatThrownBy(() -> QuorumOverlap.ofSizes(3, 1, 4))
                .hasMessage("A quorum of 3 replicas cannot have 4 members");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> QuorumOverlap.of(61, 5)).hasMessage("1 to 60 replicas can be drawn, not 61");
        assertThatThrownBy(() -> QuorumOverlap.of(3, 4)).hasMessage("A quorum of 3 replicas cannot have 4 members");
    }
}
