package ftol.check;

/** The student's code did not answer a call: it threw, ran too long, or ended the JVM. Graded tests never catch it. */
public final class SubmissionFailure extends RuntimeException {
    private final Status status;

    /**
     * @param status {@link Status#FAIL} if it threw, {@link Status#TIMEOUT} or {@link Status#CRASH}
     * @param message what happened, in words for the student
     */
    public SubmissionFailure(Status status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
