package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuorumReaderTest {
    private static final Answer OLD = new Answer("old", 1, true);
    private static final Answer NEW = new Answer("new", 2, true);
    private static final Answer MADE_UP = new Answer("made up", 9, false);

    @Test
    void majorityTakesTheFirstOfTwoThatEquallyManyHave() {
        assertThat(QuorumReader.read(ReadRule.MAJORITY, List.of(OLD, NEW, NEW), 1))
                .contains(NEW);
        assertThat(QuorumReader.read(ReadRule.MAJORITY, List.of(OLD, NEW, NEW, OLD), 1))
                .contains(OLD);
        assertThat(QuorumReader.read(ReadRule.MAJORITY, List.of(NEW, OLD), 1)).contains(NEW);
    }

    @Test
    void majorityDoesNotLookAtVersions() {
        assertThat(QuorumReader.read(ReadRule.MAJORITY, List.of(NEW, OLD, new Answer("old", 7, false)), 1))
                .contains(OLD);
    }

    @Test
    void highestVersionBelievesAnyone() {
        assertThat(QuorumReader.read(ReadRule.HIGHEST_VERSION, List.of(OLD, NEW, OLD), 0))
                .contains(NEW);
        assertThat(QuorumReader.read(ReadRule.HIGHEST_VERSION, List.of(NEW, NEW, MADE_UP), 1))
                .contains(MADE_UP);
    }

    @Test
    void pluralityTakesTheHigherVersionAtATie() {
        assertThat(QuorumReader.read(ReadRule.PLURALITY, List.of(OLD, OLD, NEW, NEW, MADE_UP), 1))
                .contains(NEW);
        assertThat(QuorumReader.read(ReadRule.PLURALITY, List.of(OLD, OLD, NEW), 1))
                .contains(OLD);
        assertThat(QuorumReader.read(ReadRule.PLURALITY, List.of(new Answer("old", 3, false), OLD, NEW, NEW), 1))
                .contains(NEW);
    }

    @Test
    void vouchersMustBeMoreThanT() {
        assertThat(QuorumReader.read(ReadRule.VOUCHERS, List.of(NEW, NEW, MADE_UP, OLD, OLD), 1))
                .contains(NEW);
        assertThat(QuorumReader.read(ReadRule.VOUCHERS, List.of(NEW, MADE_UP, OLD), 1))
                .isEmpty();
        assertThat(QuorumReader.read(ReadRule.VOUCHERS, List.of(NEW, NEW, OLD), 2))
                .isEmpty();
    }

    @Test
    void signedAnswersAloneCount() {
        assertThat(QuorumReader.read(ReadRule.SIGNED, List.of(MADE_UP, MADE_UP, NEW, OLD), 2))
                .contains(NEW);
        assertThat(QuorumReader.read(ReadRule.SIGNED, List.of(MADE_UP), 1)).isEmpty();
    }
}
