package ftol.check;

/** Thrown by the stub of a part that the student has not written yet. Shown as such, never as a stack trace. */
public final class NotWrittenYet extends UnsupportedOperationException {
    public NotWrittenYet() {
        super("not written yet");
    }
}
