package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.FailureDetector;
import ftol.failover.HeartbeatRun;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DeadlineBarTest {
    private static final HeartbeatRun LOSSES =
            HeartbeatRun.every(100).timeout(300).late(4, 250).lost(8, 10).until(1800);

    @Test
    void saysWhenACorrectDetectorSuspects() {
        assertThat(DeadlineBar.of(Detector::new, LOSSES).text())
                .isEqualTo("A heartbeat every 100 ms, a timeout of 300 ms. Lost: 8, 9, 10. Overtaken by later ones:"
                        + " 4 at 550 ms. The detector suspects the primary from 920 ms to 1,020 ms.");
    }

    @Test
    void aCrashIsSuspectedToTheEnd() {
        HeartbeatRun crash = HeartbeatRun.every(100).timeout(300).crashes(450).until(1000);

        assertThat(DeadlineBar.of(Detector::new, crash).text())
                .contains("crashes at 450 ms")
                .endsWith("suspects the primary from 720 ms to the end of the run, 1,000 ms.");
    }

    @Test
    void aStopNoticeIsSuspectedAtOnce() {
        HeartbeatRun stop = HeartbeatRun.every(100).timeout(300).stops(450).until(1000);

        assertThat(DeadlineBar.of(Detector::new, stop).text()).contains("from 470 ms to the end");
    }

    @Test
    void showsTheMistakeOfAWrongDetector() {
        HeartbeatRun late =
                HeartbeatRun.every(100).timeout(300).late(3, 500).crashes(450).until(1500);

        assertThat(DeadlineBar.of(Detector::new, late).text()).contains("from 720 ms");
        assertThat(DeadlineBar.of(CountsStale::new, late).text()).contains("from 1,000 ms");
        assertThat(DeadlineBar.of(Never::new, late).text()).endsWith("The detector never suspects the primary.");
    }

    @Test
    void eitherAnswerAtExactlyTheTimeoutDrawsTheSame() {
        assertThat(DeadlineBar.of(AtTimeout::new, LOSSES)).isEqualTo(DeadlineBar.of(Detector::new, LOSSES));
    }

    @Test
    void withoutADetectorItShowsTheHeartbeatsAlone() {
        assertThat(DeadlineBar.of(LOSSES).text()).doesNotContain("detector").contains("Lost: 8, 9, 10");
    }

    @Test
    void isWellFormed() throws Exception {
        for (Picture picture :
                new Picture[] {DeadlineBar.of(LOSSES), DeadlineBar.of(Never::new, LOSSES), QuorumOverlap.of(7, 5, 4)}) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture.svg())));
            assertThat(picture.html()).startsWith("<img ").contains("alt=\"");
        }
    }

    private static class Detector implements FailureDetector {
        long timeout;
        long last;
        long highest;
        boolean stopped;

        @Override
        public void start(long now, long timeout) {
            this.timeout = timeout;
            last = now;
        }

        @Override
        public void heartbeat(long sequence, long now) {
            if (sequence > highest) {
                highest = sequence;
                last = now;
            }
        }

        @Override
        public void stopNotice(long now) {
            stopped = true;
        }

        @Override
        public boolean suspects(long now) {
            return stopped || now - last > timeout;
        }
    }

    private static final class AtTimeout extends Detector {
        @Override
        public boolean suspects(long now) {
            return stopped || now - last >= timeout;
        }
    }

    private static final class CountsStale extends Detector {
        @Override
        public void heartbeat(long sequence, long now) {
            last = now;
        }
    }

    private static final class Never extends Detector {
        @Override
        public boolean suspects(long now) {
            return false;
        }
    }
}
