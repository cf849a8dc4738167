package ftol.grader.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttackRunTest {
    @Test
    void whatIsSaidMustBeTheSameWordForWord_andThreeDotsAreAnything() {
        assertThat(AttackRun.matches("a (b) c.", "a (b) c.")).isTrue();
        assertThat(AttackRun.matches("a (b) c.", "a (b) c!")).isFalse();
        assertThat(AttackRun.matches("a (b) c.", "a (b) c. d")).isFalse();
        assertThat(AttackRun.matches("", "a")).isFalse();
        assertThat(AttackRun.matches("a … c", "a (b)\nb c")).isTrue();
        assertThat(AttackRun.matches("a … c", "a c")).isFalse();
        assertThat(AttackRun.matches("a…", "a")).isTrue();
    }
}
