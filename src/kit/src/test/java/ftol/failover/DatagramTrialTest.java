package ftol.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.SubmissionFailure;
import ftol.failover.DatagramTrial.Verdict;
import ftol.failover.datagram.Frames;
import ftol.picture.DatagramLanes;
import ftol.picture.Picture;
import java.io.IOException;
import java.io.StringReader;
import java.net.DatagramPacket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Trials with classes that make one mistake each; that a right class makes none is a test of the reference. */
class DatagramTrialTest {
    private static final DatagramTraffic TRAFFIC = DatagramTraffic.begin()
            .heartbeats(1)
            .again()
            .stranger()
            .restart()
            .heartbeats(1)
            .end();

    /** Believes each datagram that has at least the right length. */
    private static class Believer implements Heartbeats {
        @Override
        public void send(Link link, Heartbeat heartbeat) throws IOException {
            byte[] frame =
                    HexFormat.of().parseHex(Frames.of(link.cluster(), heartbeat.incarnation(), heartbeat.sequence()));
            link.socket().send(new DatagramPacket(frame, frame.length, link.peer()));
        }

        @Override
        public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
            link.socket().setSoTimeout((int) (timeout / 1_000_000));
            DatagramPacket packet = new DatagramPacket(new byte[LENGTH], LENGTH);
            try {
                do {
                    link.socket().receive(packet);
                } while (packet.getLength() < LENGTH);
                String hex = HexFormat.of().formatHex(packet.getData());
                return Optional.of(new Heartbeat(
                        Long.parseLong(hex.substring(16, 32), 16), Long.parseLong(hex.substring(32), 16)));
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
        }
    }

    @Test
    void whatShouldHaveBeenIgnoredIsAMistake() throws Exception {
        DatagramTrial trial = DatagramTrial.of(Believer::new, TRAFFIC);
        assertThat(trial.verdicts())
                .containsExactly(
                        Verdict.ACCEPTED, Verdict.WRONGLY_ACCEPTED, Verdict.WRONGLY_ACCEPTED, Verdict.ACCEPTED);
        Picture picture = DatagramLanes.of(trial);
        assertThat(picture.text())
                .isEqualTo("Accepted: (1, 1), (2, 1). Ignored or lost: nothing. Mistakes: (1, 1) again was accepted,"
                        + " (1, 2) stranger was accepted.");
        assertThat(DatagramLanes.of(DatagramTrial.of(Believer::new, TRAFFIC)))
                .as("no port and no time is in the picture")
                .isEqualTo(picture);
        assertWellFormed(picture);
    }

    @Test
    void whoIsKeptWaitingByAFloodIsFoundOut() throws Exception {
        DatagramTraffic flood = DatagramTraffic.begin().heartbeats(1).flood().end();
        DatagramTrial trial = DatagramTrial.of(Believer::new, flood);
        assertThat(trial.verdicts()).containsExactly(Verdict.ACCEPTED, Verdict.KEPT_WAITING);
        assertThat(DatagramLanes.of(trial).text()).contains("a flood of garbage made receive wait longer");
        assertWellFormed(DatagramLanes.of(trial));
    }

    @Test
    void otherBytesAndNoneAreFoundOut() throws Exception {
        DatagramTraffic two = DatagramTraffic.begin().heartbeats(1).lost().end();
        DatagramTrial trial = DatagramTrial.of(
                () -> new Believer() {
                    @Override
                    public void send(Link link, Heartbeat heartbeat) throws IOException {
                        if (heartbeat.sequence() == 1) {
                            super.send(link, new Heartbeat(heartbeat.sequence(), 5));
                        }
                    }
                },
                two);
        assertThat(trial.verdicts()).containsExactly(Verdict.OTHER_BYTES, Verdict.NOT_SENT);
        assertThat(DatagramLanes.of(trial).text()).contains("sent with other bytes", "(1, 2) lost was not sent");
    }

    @Test
    void aClosedOrConnectedSocketIsSaidInWords() {
        DatagramTraffic one = DatagramTraffic.begin().heartbeats(1).end();
        assertThatThrownBy(() -> DatagramTrial.of(
                        () -> new Believer() {
                            @Override
                            public void send(Link link, Heartbeat heartbeat) throws IOException {
                                super.send(link, heartbeat);
                                link.socket().close();
                            }
                        },
                        one))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("closed the socket");
        assertThatThrownBy(() -> DatagramTrial.of(
                        () -> new Believer() {
                            @Override
                            public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
                                link.socket().connect(link.peer());
                                return Optional.empty();
                            }
                        },
                        one))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("connected the socket");
        assertThatThrownBy(() -> DatagramTrial.of(
                        () -> new Believer() {
                            @Override
                            public Optional<Heartbeat> receive(Link link, long timeout) {
                                return null;
                            }
                        },
                        one))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("returned null");
    }

    @Test
    void whatTheClassThrowsComesOut() {
        DatagramTraffic one = DatagramTraffic.begin().heartbeats(1).end();
        assertThatThrownBy(() -> DatagramTrial.of(
                        () -> new Believer() {
                            @Override
                            public Optional<Heartbeat> receive(Link link, long timeout) throws IOException {
                                throw new IOException("mine");
                            }
                        },
                        one))
                .isInstanceOf(IOException.class)
                .hasMessage("mine");
    }

    @Test
    void theTableHasTheBytes() {
        assertThat(TRAFFIC.table().print())
                .contains("(1, 1) again", "stranger", "66746f6c 00000007 0000000000000002 0000000000000001");
        assertThat(DatagramTraffic.begin()
                        .truncated()
                        .oversized()
                        .garbage()
                        .end()
                        .table()
                        .print())
                .contains(
                        "66746f6c 00000007 0000000000000001 00000000000000 ",
                        "66746f6c 00000007 0000000000000001 0000000000000001 00",
                        "48656c6c6f");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatThrownBy(() -> DatagramTraffic.begin().end()).hasMessageContaining("Nothing is sent yet");
        assertThatThrownBy(() -> DatagramTraffic.begin().heartbeats(0)).hasMessageContaining("from 1 to 100, not 0");
        assertThatThrownBy(() -> DatagramTraffic.begin().heartbeats(2).late(3))
                .hasMessageContaining("less than that of the last heartbeat, 2, not 3");
        assertThatThrownBy(() -> DatagramTraffic.begin().lost().again()).hasMessageContaining("after a heartbeat");
        assertThatThrownBy(() -> DatagramTraffic.begin().heartbeats(1).restart().fromBeforeRestart())
                .as("(1, 9) is fresh as long as nothing of incarnation 2 has arrived")
                .hasMessageContaining("after restart and a heartbeat");
    }

    private static void assertWellFormed(Picture picture) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture.svg())));
    }
}
