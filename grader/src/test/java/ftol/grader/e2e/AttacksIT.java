package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few of the attacks of tests/attacks, in one class; .ci/run grades them all. */
@Tag("gate")
class AttacksIT {
    @Test
    void attacksGetWhatTheyShouldAndTouchNobody() {
        String said = Fixture.grade(
                        "attacks",
                        "exit-zero",
                        "heap-of-text",
                        "read-file",
                        "write-file",
                        "connect",
                        "start-process",
                        "pipe-garbage",
                        "looks-for-tests",
                        "line-begins-with-not",
                        "notebook-five-million-lists",
                        "archive-zip-slip",
                        "archive-linked-folder")
                .ok();

        assertThat(said).contains("ok     exit-zero", "ok     (solved)", "ok     (all)", "all as they should be.");
        assertThat(said).contains("outside   Your code threw IllegalStateException: read the secret");
    }

    @Test
    void anAttackThatDoesNotExistIsWrongUsage() {
        Program.Ended ended = Fixture.grade("attacks", "no-such-attack");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("No attack has such a name.");
    }
}
