package ftol.grader.sandbox;

/** A sandbox does not work on this machine. The message says why, and what to do about it where something helps. */
public final class SandboxUnavailable extends Exception {
    public SandboxUnavailable(String reason) {
        super(reason);
    }

    SandboxUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
