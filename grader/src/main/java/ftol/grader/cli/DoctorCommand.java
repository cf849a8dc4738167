package ftol.grader.cli;

import ftol.grader.Course;
import ftol.grader.sandbox.Finding;
import ftol.grader.sandbox.Sandbox;
import ftol.grader.sandbox.SandboxUnavailable;
import ftol.grader.sandbox.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Says what works on this machine and what does not.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", description = "Also print what each sandbox denies.")
    private boolean verbose;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        Course course = Course.here();
        Path jdk = Path.of(System.getProperty("java.home"));
        line(console, true, "Java " + Runtime.version(), jdk.toString());
        boolean git = tool(console, "git", "needed to release the starter");
        tool(console, "python3", "needed for JupyterLab, and for sandbox tiers 1 to 3");
        boolean strong = false;
        for (Tier tier : Tier.values()) {
            strong |= sandbox(console, course, jdk, tier) && tier.strong();
        }
        console.println(
                strong
                        ? "Hidden tests can be run here."
                        : "Hidden tests need tier 1 or 2: install bubblewrap or python3.");
        return git && strong ? 0 : Grade.OUR_FAULT;
    }

    private boolean sandbox(PrintWriter console, Course course, Path jdk, Tier tier) {
        try (Sandbox sandbox = Sandbox.of(tier, jdk, course.childClassPath())) {
            List<Finding> findings = sandbox.selfTest();
            boolean ok = findings.stream().allMatch(Finding::ok);
            line(console, ok, "sandbox", sandbox.describe());
            findings.stream()
                    .filter(finding -> verbose || !finding.ok())
                    .forEach(finding -> console.println("        " + (finding.ok() ? "ok      " : "FAILED  ")
                            + finding.name() + ": " + finding.detail()));
            return ok;
        } catch (SandboxUnavailable | IOException e) {
            line(console, false, "sandbox tier " + tier.number(), e.getMessage());
            return false;
        }
    }

    private static boolean tool(PrintWriter console, String name, String use) {
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(
                            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
            boolean ok = process.waitFor() == 0;
            line(console, ok, name, ok ? version : use);
            return ok;
        } catch (IOException e) {
            line(console, false, name, "not found; " + use);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void line(PrintWriter console, boolean ok, String what, String detail) {
        console.println((ok ? "ok      " : "missing ") + what + ": " + detail);
    }
}
