package ftol.grader.child;

import java.time.Duration;

/**
 * How long student code may take. What counts is processor time, so that a busy machine costs nobody a mark; the wall
 * clock is only for code that sleeps or waits, and is generous; it stands still while others have the processors.
 */
record Budget(Duration processor, Duration wall) {
    /** For all calls of one test together; an honest one takes microseconds a call. */
    static final Budget TEST = new Budget(Duration.ofSeconds(8), Duration.ofSeconds(60));

    /** The wall clock of all tests of a part: who sleeps a little in each test must not keep the grader for hours. */
    static final Duration PART = Duration.ofMinutes(5);

    /** For compiling one part. */
    static final Budget COMPILE = new Budget(Duration.ofSeconds(20), Duration.ofSeconds(120));

    /** For a child's own start, before there is anything of a student's in it. */
    static final Budget START = new Budget(Duration.ofSeconds(30), Duration.ofSeconds(120));

    /** In words for the student: "8 s of processor time, 60 s in all". */
    String describe() {
        return processor.toSeconds() + " s of processor time, " + wall.toSeconds() + " s in all";
    }
}
