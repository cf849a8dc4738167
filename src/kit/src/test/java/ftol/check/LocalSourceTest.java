package ftol.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.failover.FailureDetector;
import ftol.quorum.QuorumSize;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalSourceTest {
    private static final StudentCode CODE = frame -> frame.getClassName().endsWith("Thrower")
            ? Optional.of("line 3: " + frame.getMethodName())
            : Optional.empty();

    @Test
    void aPrivateClassIsInstantiatedAndCalled() {
        QuorumSize size = create(Good.class);

        assertThat(size.leastVersioned(5)).isEqualTo(6);
        assertThat(size).isIn(Set.of(size)).isNotEqualTo(create(Good.class)).hasToString("a Good");
    }

    @Test
    void whatTheCodeThrowsBecomesAFailureInWordsWithTheStudentsLine() {
        assertThatThrownBy(() -> create(Thrower.class).leastVersioned(5))
                .isInstanceOfSatisfying(SubmissionFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(Status.FAIL))
                .hasMessage("Your code threw IllegalStateException: five (line 3: leastVersioned).");
    }

    @Test
    void anErrorIsAFailureLikeAnyOther() {
        assertThatThrownBy(() -> create(Thrower.class).leastVersioned(6))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageStartingWith(
                        "Your code threw StackOverflowError: a recursion did not end (line 3: forever), in"
                                + " leastVersioned(6).");
    }

    @Test
    void anExceptionThatTheContractDeclaresIsAnAnswer() {
        assertThatThrownBy(() -> create(Thrower.class).leastVersioned(0))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStubIsNoFailure() {
        assertThatThrownBy(() -> create(Thrower.class).leastUnversioned(1)).isInstanceOf(NotWrittenYet.class);
    }

    @Test
    void aClassThatCannotBeInstantiatedIsAnErrorThatSaysWhy() {
        assertError(NoSuchConstructor.class, "class NoSuchConstructor needs a constructor without arguments");
        assertError(Abstract.class, "class Abstract is abstract");
        assertThatThrownBy(() -> new LocalSource(Part.DETECTOR, Good.class, CODE).create(FailureDetector.class))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessage("class Good does not implement FailureDetector.");
    }

    @Test
    void aConstructorThatThrowsIsAFailure() {
        assertThatThrownBy(() -> create(BadConstructor.class))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessage("Your code threw ArithmeticException: / by zero.");
    }

    @Test
    void testsWhoseCallDoesNotReturnAreLeftBehindAndEndWithTheirNextCall() throws InterruptedException {
        LocalSource source = source(Duration.ofMillis(200), Duration.ofDays(1));
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> source.run(tests -> {
                    QuorumSize size = tests.create(QuorumSize.class);
                    try {
                        size.leastVersioned(4);
                        size.leastUnversioned(4);
                    } catch (OutOfMemoryError leftBehind) {
                        ended.countDown();
                    }
                }))
                .isInstanceOfSatisfying(SubmissionFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(Status.TIMEOUT))
                .hasMessage("leastVersioned(4) did not return within 0 seconds. Is there a loop that never ends?");
        assertThat(ended.getCount()).isOne();
        Waiter.released.countDown();
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aTestOfManyCallsHasItsLimitToo() {
        assertThatThrownBy(
                        () -> source(Duration.ofDays(1), Duration.ofMillis(200)).run(LocalSourceTest::callForEver))
                .hasMessageStartingWith("This test did not end within 0 seconds");
    }

    @Test
    void afterThreeTestsTheRestIsNotTried() {
        LocalSource source = source(Duration.ofDays(1), Duration.ofMillis(1));
        for (int i = 0; i < SubmissionFailure.MAX_TIMEOUTS; i++) {
            assertThatThrownBy(() -> source.run(LocalSourceTest::callForEver)).hasMessageContaining("did not end");
        }
        assertThatThrownBy(() -> source.run(tests -> tests.create(QuorumSize.class)))
                .hasMessage("not run, since 3 tests of this part had run out of time.");
    }

    @Test
    void whatTheTestsThemselvesThrowComesOut() {
        assertThatThrownBy(() -> source(Duration.ofDays(1), Duration.ofDays(1)).run(tests -> {
                    throw new IllegalStateException("ours");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ours");
    }

    private static void callForEver(Submitted.Source tests) {
        QuorumSize size = tests.create(QuorumSize.class);
        while (true) {
            size.leastUnversioned(1);
        }
    }

    private static LocalSource source(Duration callLimit, Duration testLimit) {
        return new LocalSource(Part.QUORUM_SIZE, Waiter.class, CODE, callLimit, testLimit);
    }

    private static QuorumSize create(Class<?> studentClass) {
        return new LocalSource(Part.QUORUM_SIZE, studentClass, CODE).create(QuorumSize.class);
    }

    private static void assertError(Class<?> studentClass, String message) {
        assertThatThrownBy(() -> create(studentClass))
                .isInstanceOfSatisfying(SubmissionFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(Status.ERROR))
                .hasMessageContaining(message);
    }

    private static class Good implements QuorumSize {
        @Override
        public int leastUnversioned(int n) {
            return n;
        }

        @Override
        public int leastVersioned(int n) {
            return n + 1;
        }
    }

    private static final class Thrower extends Good {
        private Thrower() {}

        @Override
        public int leastUnversioned(int n) {
            throw new NotWrittenYet();
        }

        @Override
        public int leastVersioned(int n) {
            if (n == 0) {
                throw new IllegalArgumentException("0");
            }
            if (n == 5) {
                throw new IllegalStateException("five");
            }
            return forever(n);
        }

        private static int forever(int n) {
            return n == 0 ? 0 : 1 + forever(n + 1);
        }
    }

    private static final class NoSuchConstructor extends Good {
        @SuppressWarnings("unused")
        NoSuchConstructor(int n) {}
    }

    private abstract static class Abstract extends Good {}

    private static final class BadConstructor extends Good {
        private final int zero = 0;

        @SuppressWarnings("unused")
        private final int bad = 1 / zero();

        private int zero() {
            return zero;
        }
    }

    private static final class Waiter extends Good {
        private static final CountDownLatch released = new CountDownLatch(1);

        @Override
        public int leastVersioned(int n) {
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            return n;
        }
    }
}
