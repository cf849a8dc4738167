package ftol.check;

import java.time.Duration;

/** The student's code did not answer a call: it threw, ran too long, or ended the JVM. Graded tests never catch it. */
public final class SubmissionFailure extends RuntimeException {
    /** After so many tests of a part ran out of time, the rest is not tried: an endless loop costs minutes else. */
    public static final int MAX_TIMEOUTS = 3;

    /** How the message of a test begins that was not run after those. */
    public static final String NOT_RUN = "not run, since ";

    private final Status status;

    /**
     * @param status {@link Status#FAIL} if it threw, {@link Status#TIMEOUT} or {@link Status#CRASH}
     * @param message what happened, in words for the student
     */
    public SubmissionFailure(Status status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** Of a test that is not run, since {@link #MAX_TIMEOUTS} of its part have run out of time. */
    public static SubmissionFailure afterTimeouts() {
        return new SubmissionFailure(
                Status.TIMEOUT, NOT_RUN + MAX_TIMEOUTS + " tests of this part had run out of time.");
    }

    /** Of a test that is not run, since its part has taken so long already that others wait. */
    public static SubmissionFailure afterTooLong(Duration limit) {
        return new SubmissionFailure(
                Status.TIMEOUT,
                NOT_RUN + "the tests of this part had taken more than " + limit.toSeconds()
                        + " seconds. A right solution takes a few; does yours sleep?");
    }

    public Status status() {
        return status;
    }
}
