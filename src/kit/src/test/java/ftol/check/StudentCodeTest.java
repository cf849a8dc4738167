package ftol.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StudentCodeTest {
    @Test
    void whatIsShownCommandsNoTerminalAndTurnsNoWritingAround() {
        assertThat(StudentCode.plain("\u001b[2J\0a\u202etxt.exe\u0085\ud800 \tb\nc \ud83d\ude00", 99))
                .isEqualTo("\ufffd[2J\ufffda\ufffdtxt.exe\ufffd\ufffd \tb\nc \ud83d\ude00");
    }

    @Test
    void whatIsLongIsCut_alsoInTheMiddleOfACharacter() {
        assertThat(StudentCode.plain("abc", 3)).isEqualTo("abc");
        assertThat(StudentCode.plain("abcd", 3)).isEqualTo("abc …");
        assertThat(StudentCode.plain("ab\ud83d\ude00", 3)).isEqualTo("ab\ufffd …");
    }

    @Test
    void messagesOfResultsAreCutAlike() {
        String endless = "x".repeat(1 << 20);
        TestResult test = new TestResult("A.b", "", Status.FAIL, 1, endless, false, "", null);
        PartResult part = PartResult.without(Part.DETECTOR, Status.ERROR, endless, List.of(test));
        assertThat(test.message()).hasSizeLessThan(6_000).startsWith("xxx");
        assertThat(part.message()).isEqualTo(test.message());
    }
}
