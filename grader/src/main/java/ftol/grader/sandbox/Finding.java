package ftol.grader.sandbox;

/**
 * One thing that the self-test tried.
 *
 * @param name what was tried: "connect to a server on this machine"
 * @param expectDenied true in the sandbox; false for the positive control, which does the same outside and must succeed
 * @param ok whether it went as expected
 * @param detail what happened, in one line
 */
public record Finding(String name, boolean expectDenied, boolean ok, String detail) {}
