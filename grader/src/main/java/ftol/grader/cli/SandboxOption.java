package ftol.grader.cli;

import ftol.grader.Course;
import ftol.grader.CourseFault;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.sandbox.SandboxUnavailable;
import ftol.grader.sandbox.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which sandbox to use. Hidden tests are refused in a weak one, since student code could read them. */
final class SandboxOption {
    @Option(
            names = "--sandbox",
            paramLabel = "TIER",
            description = "Use this tier: 1 bubblewrap, 2 Landlock, 3 another user, 4 a process only."
                    + " Default: the strongest that works here.")
    private Integer tier;

    @Option(
            names = "--allow-weak-sandbox",
            description = "Grade with hidden tests even if only tier 3 or 4 works here.")
    private boolean allowWeak;

    /**
     * Opens the sandbox; throws {@link CourseFault} if none here is strong enough for hidden tests,
     * IllegalArgumentException if the tier asked for is not.
     */
    Sandbox open(Course course, boolean hiddenTests) {
        if (hiddenTests && tier != null && !Tier.of(tier).strong() && !allowWeak) {
            throw new IllegalArgumentException("You asked for sandbox tier " + tier + ". Student code could read the"
                    + " hidden tests there, so they are not run. Leave --sandbox out, or add --public-only, or"
                    + " --allow-weak-sandbox if you trust this submission.");
        }
        Path jdk = Path.of(System.getProperty("java.home"));
        Sandbox sandbox = open(jdk, course);
        if (hiddenTests && !sandbox.tier().strong() && !allowWeak) {
            sandbox.close();
            throw new CourseFault(
                    "Only a weak sandbox works here: " + sandbox.describe() + ". Student code could read the"
                            + " hidden tests, so they are not run. Use --public-only, or --allow-weak-sandbox if you trust this"
                            + " submission; grader/grade doctor says what a stronger one needs.");
        }
        return sandbox;
    }

    /** The same choice as command line arguments. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (tier != null) {
            arguments.addAll(List.of("--sandbox", tier.toString()));
        }
        if (allowWeak) {
            arguments.add("--allow-weak-sandbox");
        }
        return arguments;
    }

    private Sandbox open(Path jdk, Course course) {
        try {
            return tier == null
                    ? Sandbox.strongest(jdk, course.childClassPath())
                    : Sandbox.of(Tier.of(tier), jdk, course.childClassPath());
        } catch (SandboxUnavailable e) {
            throw new CourseFault("Student code cannot be run here: " + e.getMessage());
        }
    }
}
