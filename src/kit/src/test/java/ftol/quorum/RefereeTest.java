package ftol.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.picture.ExecutionPicture;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RefereeTest {
    private static final Answer LIE = new Answer("made up", 9, false);

    /** The lecture's: the write reaches A, B and C, the reader asks B, C and D, and B lies. */
    private static Execution lecture(Answer lie) {
        return new Execution(Set.of(0, 1, 2), List.of(1, 2, 3), Map.of(1, lie));
    }

    private static Referee.Result result(ReadRule rule, Answer lie) {
        return Referee.replay(rule, 4, 3, 1, lecture(lie)).result();
    }

    @Test
    void fourReplicasAndOneLiar() {
        assertThat(result(ReadRule.MAJORITY, Execution.OLD)).isEqualTo(Referee.Result.STALE);
        assertThat(result(ReadRule.HIGHEST_VERSION, LIE)).isEqualTo(Referee.Result.FABRICATED);
        assertThat(result(ReadRule.PLURALITY, Execution.OLD)).isEqualTo(Referee.Result.STALE);
        assertThat(result(ReadRule.VOUCHERS, Execution.OLD)).isEqualTo(Referee.Result.STALE);
        assertThat(result(ReadRule.VOUCHERS, LIE)).isEqualTo(Referee.Result.STUCK);
        assertThat(result(ReadRule.SIGNED, Execution.OLD)).isEqualTo(Referee.Result.RIGHT);
        assertThat(result(ReadRule.SIGNED, LIE)).isEqualTo(Referee.Result.RIGHT);
    }

    @Test
    void tellsTheAnswersInTheirOrder() {
        Referee.Outcome outcome = Referee.replay(ReadRule.MAJORITY, 4, 3, 1, lecture(LIE));

        assertThat(outcome.answers()).containsExactly(LIE, Execution.NEW, Execution.OLD);
        // Each has one vote: the first one wins.
        assertThat(outcome.returned()).contains(LIE);
        assertThat(outcome.result()).isEqualTo(Referee.Result.FABRICATED);
        assertThat(Arrays.stream(Referee.Result.values()).filter(Referee.Result::wrong))
                .containsExactly(Referee.Result.STALE, Referee.Result.FABRICATED);
    }

    @Test
    void theRightValueIsRightWhateverItsVersion() {
        Answer high = new Answer("new", 9, false);
        assertThat(result(ReadRule.HIGHEST_VERSION, high)).isEqualTo(Referee.Result.RIGHT);
        assertThat(result(ReadRule.HIGHEST_VERSION, new Answer("old", 9, false)))
                .isEqualTo(Referee.Result.STALE);
    }

    @Test
    void refusesWhatCannotHappen() {
        assertRefused(new Execution(Set.of(0, 1), List.of(1, 2, 3), Map.of()))
                .hasMessage("The write reaches {A, B}, which is 2 instead of 3 replicas.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(1, 2), Map.of()))
                .hasMessage("The reader asks {B, C}, which is 2 instead of 3 replicas.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(1, 2, 1), Map.of()))
                .hasMessage("The reader asks a replica twice: [1, 2, 1].");
        assertRefused(new Execution(Set.of(0, 1, 4), List.of(1, 2, 3), Map.of()))
                .hasMessage("The write quorum holds 4, but the replicas are 0 to 3.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(-1, 2, 3), Map.of()))
                .hasMessage("The read quorum holds -1, but the replicas are 0 to 3.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(1, 2, 3), Map.of(0, LIE, 1, LIE)))
                .hasMessage("2 replicas lie, {A, B}, but at most 1 does.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(1, 2, 3), Map.of(1, new Answer(null, 1, false))))
                .hasMessage("The lie of B has no value.");
        assertRefused(new Execution(Set.of(0, 1, 2), List.of(1, 2, 3), Collections.singletonMap(1, null)))
                .hasMessage("The lie of B has no value.");
    }

    /** A signature can be repeated by whoever got it, and made by nobody but the writer. */
    @Test
    void nobodySignsWhatItMakesUp() {
        Answer forged = new Answer("made up", 9, true);
        assertThatThrownBy(() -> result(ReadRule.SIGNED, forged)).hasMessageContaining("cannot sign what it makes up");
        assertThatThrownBy(() -> Referee.replay(
                        ReadRule.SIGNED,
                        4,
                        3,
                        1,
                        new Execution(Set.of(0, 1, 2), List.of(1, 2, 3), Map.of(3, Execution.NEW))))
                .hasMessageContaining("D answers \"new\"");
        assertThat(result(ReadRule.SIGNED, Execution.NEW)).isEqualTo(Referee.Result.RIGHT);
        // Where nobody looks at signatures, it does not matter.
        assertThat(result(ReadRule.HIGHEST_VERSION, forged)).isEqualTo(Referee.Result.FABRICATED);
    }

    @Test
    void stepsAndPictureSayTheSame() {
        Table steps = ExecutionTable.of(ReadRule.VOUCHERS, 4, 3, 1, lecture(Execution.OLD));

        assertThat(steps.name()).isEqualTo("N = 4, Q = 3, T = 1, T + 1 vouchers: ✗ stale");
        assertThat(steps.stringColumn("from").asList())
                .containsExactly("writer", "writer", "writer", "B", "C", "D", "reader");
        assertThat(steps.stringColumn("what happens").asList())
                .containsExactly(
                        "stored",
                        "stored",
                        "stored",
                        "a lie: it stores \"new\"",
                        "what was written",
                        "the write did not reach it",
                        "✗ stale");
        assertThat(steps.intColumn("step").asIntArray()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(ExecutionPicture.of(ReadRule.VOUCHERS, 4, 3, 1, lecture(Execution.OLD))
                        .text())
                .isEqualTo("N = 4, Q = 3, T = 1, T + 1 vouchers. All replicas store old v1. The write of new v2 reaches"
                        + " {A, B, C}. The reader asks: B answers old v1 (a lie), C answers new v2, D answers old v1."
                        + " It returns old v1: ✗ stale.");
        assertThat(ExecutionTable.of(ReadRule.VOUCHERS, 4, 3, 1, lecture(LIE))
                        .intColumn("version")
                        .isMissing(6))
                .isTrue();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Execution execution) {
        return assertThatThrownBy(() -> Referee.replay(ReadRule.MAJORITY, 4, 3, 1, execution));
    }
}
