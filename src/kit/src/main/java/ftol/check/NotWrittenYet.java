package ftol.check;

/** Thrown by the stub of a part that the student has not written yet. Shown as such, never as a stack trace. */
public final class NotWrittenYet extends UnsupportedOperationException {
    /** What it says if nobody knows where the stub is. */
    static final String SOMEWHERE = "not written yet";

    public NotWrittenYet() {
        super(SOMEWHERE);
    }

    private NotWrittenYet(String message) {
        super(message);
    }

    /** @param place of the stub, such as "line 12 of the cell" */
    static NotWrittenYet at(String place) {
        return new NotWrittenYet("Take this out when you have written what belongs there: " + place);
    }
}
