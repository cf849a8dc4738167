package ftol.submission;

/** Why a part has nothing that could be run: no cell, too many, or code that does not compile. Names cell and line. */
public final class PartProblem extends Exception {
    public PartProblem(String message) {
        super(message);
    }
}
