package ftol.check;

/** A failed check with something to look at: a picture or a table of what happened. */
public class Counterexample extends AssertionError {
    private final transient Object exhibit;

    /**
     * @param message what the student's code did and what was expected, in the part's own words
     * @param exhibit what {@code show} can show, for instance a {@link ftol.picture.Picture}
     */
    public Counterexample(String message, Object exhibit) {
        super(message);
        this.exhibit = exhibit;
    }

    public Object exhibit() {
        return exhibit;
    }
}
