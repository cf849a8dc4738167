package ftol.grader;

/** Something is wrong on our side, not on the student's; ends the grader with exit code 3. Says what to do next. */
public final class CourseFault extends RuntimeException {
    public CourseFault(String message) {
        super(message);
    }
}
