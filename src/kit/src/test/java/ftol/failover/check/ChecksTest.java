package ftol.failover.check;

import static org.assertj.core.api.Assertions.assertThat;

import ftol.failover.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each check is silent about a good run and names the planted violation in a bad one. */
class ChecksTest {
    private static final long MS = 1_000_000;

    /** Times are in milliseconds here. */
    private static List<Event> log(String text) {
        return Event.parseAll(text).stream()
                .map(e -> new Event(
                        e.time() * MS, e.kind(), e.node(), e.peer(), e.number(), e.epoch(), e.text(), e.log()))
                .toList();
    }

    private static String text(Optional<Violation> violation) {
        return violation.map(Violation::text).orElse("");
    }

    private static final String LEADS =
            """
            0 START 0 -1 0 0 FIRST_START -
            0 ROLE 0 -1 0 1 PRIMARY -
            0 START 1 -1 0 0 FIRST_START -
            0 ROLE 1 -1 0 0 SECONDARY -
            5 SEND 0 100 1 1 REPLY a1
            """;

    @Test
    void epochsMayRise() {
        assertThat(Epochs.check(log(LEADS + "9 ROLE 1 -1 0 2 PRIMARY -\n9 SEND 1 100 2 2 REPLY a1\n")))
                .isEmpty();
    }

    @Test
    void twoNodesMustNotAnswerInOneEpoch() {
        Optional<Violation> found = Epochs.check(log(LEADS + "9 ROLE 1 -1 0 1 PRIMARY -\n9 SEND 1 100 2 1 REPLY a1\n"));
        assertThat(text(found)).isEqualTo("Both nodes answered clients in epoch 1: node 0, and at 9 ms node 1.");
        assertThat(found.orElseThrow().event()).isEqualTo(6);
    }

    @Test
    void thatBothBeganTheSameEpochIsSaidFirst() {
        String again = "6 SEND 0 1 2 1 HEARTBEAT -\n9 ROLE 1 -1 0 1 PRIMARY -\n9 SEND 1 100 3 1 REDIRECT 0\n";
        String lost =
                """
                20 INVOKE 100 -1 1 0 APPEND a1
                21 DONE 100 0 1 1 APPEND a1
                22 INVOKE 100 -1 2 0 READ -
                23 DONE 100 1 2 1 READ -
                """;
        String consequence = "a1 was acknowledged by node 0 at 21 ms, but it is not in the final log [].";

        assertThat(text(Rules.SYNCHRONOUS.check(log(LEADS + again + "10 SEND 1 0 4 1 STATE -\n" + lost))))
                .isEqualTo("Both nodes began epoch 1: node 0 at 0 ms, node 1 at 9 ms. " + consequence);
        assertThat(text(Rules.SYNCHRONOUS.check(log(LEADS + again + lost))))
                .as("an epoch counts once something was sent in it")
                .isEqualTo(consequence);
        assertThat(Rules.SYNCHRONOUS.check(log(LEADS + again + "10 SEND 1 0 4 1 STATE -\n")))
                .as("it does no harm by itself")
                .isEmpty();
    }

    @Test
    void anEpochMustNotFallUnlessTheDiskWasLost() {
        String down = "6 CRASH 0 -1 0 0 - -\n8 START 0 -1 0 0 %s -\n8 ROLE 0 -1 0 0 SECONDARY -\n";
        assertThat(text(Epochs.check(log(LEADS + down.formatted("RESTART")))))
                .isEqualTo("Node 0 fell back from epoch 1 to 0.");
        assertThat(Epochs.check(log(LEADS + down.formatted("DISK_LOST")))).isEmpty();
    }

    @Test
    void nobodyAnswersAfterItHeardOfAHigherEpoch() {
        String heard = "6 RECEIVE 0 1 3 2 HEARTBEAT -\n7 SEND 0 100 4 1 REPLY a1\n";
        assertThat(text(Epochs.check(log(LEADS + heard))))
                .isEqualTo("Node 0 answered a client in epoch 1 at 7 ms, after it had heard of epoch 2.");
    }

    @Test
    void theOldPrimaryMustNotAnswerBesideTheNewOne() {
        String split = "6 ROLE 1 -1 0 0 PRIMARY -\n7 SEND 1 101 4 0 REPLY a1\n";
        assertThat(OnePrimary.check(log(LEADS + split))).isEmpty();
        assertThat(text(OnePrimary.check(log(LEADS + split + "8 SEND 0 100 5 0 REPLY a1\n"))))
                .isEqualTo(
                        "Split brain: node 0 answered a client at 8 ms, but node 1 has been the primary since 6 ms.");
    }

    /** One client appends a1 and then b1; another appends c1 at the same time; then the log is read. */
    private static List<Event> appends(String read) {
        return log(
                """
                1 INVOKE 100 -1 1 0 APPEND a1
                1 INVOKE 101 -1 1 0 APPEND c1
                2 DONE 100 0 1 1 APPEND a1
                3 INVOKE 100 -1 2 0 APPEND b1
                4 DONE 100 0 2 1 APPEND b1
                5 INVOKE 100 -1 3 0 READ -
                """
                        + read);
    }

    @Test
    void theLogMayHoldWhatWasNotAcknowledgedAndInAnyOrderWhatOverlapped() {
        for (String log : List.of("a1,b1", "c1,a1,b1", "a1,b1,c1")) {
            assertThat(AppendLog.check(appends("6 DONE 100 0 3 1 READ " + log))).isEmpty();
        }
    }

    @Test
    void whatWasAcknowledgedMustBeThere() {
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1"))))
                .isEqualTo("b1 was acknowledged by node 0 at 4 ms, but it is not in the final log [a1].");
    }

    @Test
    void anEntryIsThereOnce() {
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1,b1,a1"))))
                .contains("a1");
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1,b1,b1"))))
                .isEqualTo("b1 is in the log twice: [a1, b1, b1].");
    }

    @Test
    void anEntryMustHaveBeenAppended() {
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1,b1,z9"))))
                .isEqualTo(
                        "z9 is in the log, but no client appended it in this run. Nodes must not share static fields.");
    }

    @Test
    void theOrderAgreesWithRealTime() {
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ b1,a1"))))
                .isEqualTo("b1 is in the log before a1, which had been acknowledged before b1 was appended.");
    }

    @Test
    void aReadSeesTheBeginningOfTheLogAndAllThatWasAcknowledged() {
        String later = "7 INVOKE 101 -1 2 0 READ -\n8 DONE 101 0 2 1 READ a1,b1,c1\n";
        assertThat(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1,b1\n" + later)))
                .isEmpty();
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1\n" + later))))
                .isEqualTo("A read at 6 ms did not see b1, which was acknowledged or read before it began.");
        assertThat(text(AppendLog.check(appends("6 DONE 100 0 3 1 READ a1,c1\n" + later))))
                .isEqualTo("A read at 6 ms saw [a1, c1], but the final log is [a1, b1, c1].");
    }

    @Test
    void aBackupMayLoseTheLastMomentsBeforeACrashAndNoMore() {
        List<Event> crash = appends("5 CRASH 0 -1 0 0 - -\n400 DONE 100 1 3 0 READ -\n");
        assertThat(AppendLog.check(crash, 10 * MS)).isEmpty();
        assertThat(text(AppendLog.check(crash, 2 * MS)))
                .isEqualTo(
                        "a1 was acknowledged by node 0 at 2 ms, but it is not in the final log []. Node 0 crashed at 5 ms,"
                                + " and only what it acknowledged in the last 2 ms may be lost with it.");
        assertThat(AppendLog.check(appends("400 DONE 100 1 3 0 READ -\n"), 10 * MS))
                .isPresent();
    }

    @Test
    void aTakeOverIsDueOnceThePrimaryIsGone() {
        String crash = LEADS + "10 CRASH 0 -1 0 0 - -\n";
        Liveness good = takeOvers(crash + "300 ROLE 1 -1 0 2 PRIMARY -\n900 INVOKE 100 -1 1 0 READ -\n");
        assertThat(good).isEqualTo(new Liveness(1, 1, Optional.empty()));
        Liveness bad = takeOvers(crash + "900 INVOKE 100 -1 1 0 READ -\n");
        assertThat(text(bad.violation()))
                .isEqualTo("Node 0 was gone at 10 ms, but node 1 had not taken over by 410 ms.");
        assertThat(takeOvers(crash + "20 PAUSE 1 -1 0 0 - -\n900 INVOKE 100 -1 1 0 READ -\n"))
                .isEqualTo(new Liveness(0, 0, Optional.empty()));
    }

    @Test
    void aStaleHeartbeatPutsOffNoTakeOver() {
        String beats =
                LEADS + "6 RECEIVE 1 0 3 0 HEARTBEAT -\n10 CRASH 0 -1 0 0 - -\n300 RECEIVE 1 0 %d 0 HEARTBEAT -\n"
                        + "600 ROLE 1 -1 0 2 PRIMARY -\n";
        assertThat(text(takeOvers(beats.formatted(3)).violation()))
                .isEqualTo("Node 0 was gone at 10 ms, but node 1 had not taken over by 410 ms.");
        assertThat(takeOvers(beats.formatted(4)).violation()).isEmpty();
    }

    @Test
    void whoIsToldThatThePrimaryIsGoneTakesOverAtOnce() {
        for (String told : List.of("20 CLOSED 1 0 0 0 - -\n", "20 RECEIVE 1 0 5 0 STOP -\n")) {
            String gone = LEADS + "10 STOP 0 -1 0 0 - -\n" + told;
            assertThat(AtOnce.check(log(gone + "60 ROLE 1 -1 0 0 PRIMARY -\n900 INVOKE 100 -1 1 0 READ -\n"), 100 * MS))
                    .isEmpty();
            assertThat(text(AtOnce.check(log(gone + "900 INVOKE 100 -1 1 0 READ -\n"), 100 * MS)))
                    .startsWith("At 20 ms node 1 ")
                    .endsWith(", but it did not take over at once.");
            // Frozen or gone itself, it need not; and a connection may close though the primary lives.
            assertThat(AtOnce.check(log(gone + "30 PAUSE 1 -1 0 0 - -\n900 INVOKE 100 -1 1 0 READ -\n"), 100 * MS))
                    .isEmpty();
            assertThat(AtOnce.check(log(LEADS + told + "900 INVOKE 100 -1 1 0 READ -\n"), 100 * MS))
                    .isEmpty();
        }
    }

    @Test
    void whatWasAcknowledgedAfterTheLastReadBeganNeedNotBeInIt() {
        String late = "6 INVOKE 101 -1 2 0 APPEND d1\n7 DONE 101 0 2 1 APPEND d1\n8 DONE 100 0 3 1 READ a1,b1,c1\n";
        assertThat(AppendLog.check(appends(late))).isEmpty();
    }

    @Test
    void anEpochThatNobodyKnowsOfMayFall() {
        String crash =
                """
                6 ROLE 0 -1 0 3 PRIMARY -
                %s
                7 CRASH 0 -1 0 0 - -
                8 START 0 -1 0 0 RESTART -
                8 ROLE 0 -1 0 1 SECONDARY -
                """;
        assertThat(Epochs.check(log(LEADS + crash.formatted("")))).isEmpty();
        assertThat(text(Epochs.check(log(LEADS + crash.formatted("6 SEND 0 1 9 3 HEARTBEAT -")))))
                .isEqualTo("Node 0 fell back from epoch 3 to 1.");
    }

    private static Liveness takeOvers(String text) {
        return Liveness.of(log(text), 100 * MS, 300 * MS);
    }

    @Test
    void anOperationMustEnd() {
        List<Event> unfinished = appends("6 DONE 100 0 3 1 READ a1,b1");
        assertThat(Liveness.unfinished(unfinished, 50 * MS, 100 * MS))
                .map(Violation::text)
                .contains(
                        "A client's append of c1, begun at 1 ms, had no answer by 100 ms, and the last fault was over at"
                                + " 50 ms.");
        assertThat(Liveness.unfinished(unfinished, 0, 100 * MS))
                .map(Violation::text)
                .contains(
                        "A client's append of c1, begun at 1 ms, had no answer by 100 ms, and nothing went wrong in this"
                                + " run.");
        assertThat(Liveness.unfinished(log("1 INVOKE 100 -1 1 0 READ -\n2 DONE 100 0 1 0 READ -\n"), 50 * MS, 100 * MS))
                .isEmpty();
    }
}
