package ftol.submission;

/** A notebook that cannot be read. The message names the file, says what was expected and what to do next. */
public final class BadNotebook extends Exception {
    public BadNotebook(String message) {
        super(message);
    }
}
