package ftol.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledOnOs(OS.LINUX)
class SandboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The sandbox; or the test is skipped, saying why. */
    private static Sandbox sandbox(Tier tier) {
        try {
            return Sandbox.of(tier, Children.jdk(), Children.classPath());
        } catch (SandboxUnavailable e) {
            assumeTrue(false, e.getMessage());
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void deniesWhatItPromises_andOutsideItAllSucceeds(Tier tier) throws IOException {
        try (Sandbox sandbox = sandbox(tier)) {
            List<Finding> findings = sandbox.selfTest();

            assertThat(findings).allMatch(Finding::ok);
            assertThat(findings).filteredOn(Finding::expectDenied).hasSize(promised(tier));
            assertThat(findings).filteredOn(finding -> !finding.expectDenied()).hasSize(promised(tier));
            assertThat(sandbox.describe()).startsWith("tier " + tier.number() + ", ");
        }
    }

    private static int promised(Tier tier) {
        return tier.strong() ? 10 : tier == Tier.OTHER_USER ? 4 : 1;
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"BUBBLEWRAP", "LANDLOCK", "PROCESS"})
    void worksForAnOrdinaryUserToo(Tier tier) throws Exception {
        assumeTrue(Tools.isRoot(), "run by an ordinary user: the other tests are this test");
        for (Path entry : Children.classPath()) {
            assumeTrue(Staging.readableByAll(entry.toRealPath()), entry + " is not readable for an ordinary user");
        }
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(plainJava(Children.TestsItself.class, tier.name()));

        Process process = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .start();

        assertThat(text(process)).isEqualTo("passed " + 2 * promised(tier));
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void reportsTheExitCodeOfTheChild(Tier tier) throws Exception {
        try (Sandbox sandbox = sandbox(tier)) {
            assertThat(exitCode(start(sandbox, Children.Ends.class))).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void endsAChildThatNeedsTooMuchMemory_withoutAWordOnStandardOutput(Tier tier) throws Exception {
        try (Sandbox sandbox = sandbox(tier)) {
            Process child = start(sandbox, Children.FloodsMemory.class);

            assertThat(text(child)).isEmpty();
            assertThat(exitCode(child)).isEqualTo(ChildJvm.OUT_OF_MEMORY);
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void endsAChildThatWorksForTooLong(Tier tier) throws Exception {
        try (Sandbox sandbox = sandbox(tier)) {
            Limits oneSecond = new Limits(64 << 20, 1, 1 << 20, 128, 256);

            Process child = sandbox.start(Children.Spins.class.getName(), List.of(), oneSecond);

            assertThat(exitCode(child)).isGreaterThan(128);
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void boundsThreads(Tier tier) throws Exception {
        try (Sandbox sandbox = sandbox(tier)) {
            Process child = start(sandbox, Children.FloodsThreads.class);
            String started = text(child);
            int code = exitCode(child);

            if (Tools.isRoot() && tier != Tier.PROCESS) {
                assertThat(Integer.parseInt(started))
                        .isBetween(100, Limits.standard().threads());
            } else if (code == 0) {
                assertThat(Integer.parseInt(started))
                        .isBetween(100, 4 * Limits.standard().threads());
            } else { // the address space ran out, and the JVM ended itself for it
                assertThat(code).isIn(1, ChildJvm.OUT_OF_MEMORY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void leavesNothingBehind_whenAChildIsKilledAtAnyMoment(Tier tier) throws Exception {
        try (Sandbox sandbox = sandbox(tier)) {
            String marker = "marker-" + UUID.randomUUID();
            for (int delay = 0; delay < 30; delay++) {
                Process child = sandbox.start(Children.Waits.class.getName(), List.of(marker), Limits.standard());
                TimeUnit.MILLISECONDS.sleep(
                        3L * delay); // the moments differ; the test does not depend on which they are
                if (delay % 2 == 0) {
                    sandbox.kill(child);
                } else {
                    child.destroyForcibly();
                }
            }

            assertNoneLeft(marker);
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void leavesNothingBehind_whenTheGraderIsKilled(Tier tier) throws Exception {
        sandbox(tier).close();
        String marker = "marker-" + UUID.randomUUID();
        Process grader = new ProcessBuilder(plainJava(Children.Grader.class, tier.name(), marker))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(grader.inputReader().readLine()).isEqualTo("up");
        assertThat(Children.running(marker))
                .hasSizeGreaterThanOrEqualTo(4); // the grader, two children up, one starting

        grader.destroyForcibly();

        assertNoneLeft(marker);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tier.class,
            names = {"BUBBLEWRAP", "LANDLOCK"})
    void deniesSystemCalls(Tier tier) throws Exception {
        sandbox(tier).close();

        List<String> answers = systemCalls(tier, "all");

        assertThat(answers).hasSizeGreaterThan(120);
        assertThat(answers).allMatch(line -> line.endsWith(line.startsWith("not yet invented") ? " 38" : " 1"));
    }

    @Test
    void theSameSystemCallsSucceedOutside() throws Exception {
        assumeTrue(Tools.on(Tier.PROCESS).python().isPresent(), "there is no Python 3");

        List<String> answers = systemCalls(Tier.PROCESS, "harmless");

        assertThat(answers).hasSizeGreaterThan(15);
        assertThat(answers).noneMatch(line -> line.endsWith(" 1"));
        assertThat(answers).filteredOn(line -> !line.startsWith("no file")).allMatch(line -> line.endsWith(" 0"));
    }

    /** "name error-number" for each system call that syscalls.py makes, run as the child in this tier. */
    private static List<String> systemCalls(Tier tier, String which) throws Exception {
        Tools tools = Tools.on(tier);
        Path python = tools.python().orElseThrow().toRealPath();
        String confine = resource("confine.py");
        Process other = new ProcessBuilder(python.toString(), "-I", "-S", "-c", "input()").start();
        try {
            List<String> command = new ArrayList<>(
                    List.of(python.toString(), "-I", "-S", "-c", confine, Integer.toString(tier.number())));
            for (String folder : List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")) {
                if (Files.exists(Path.of(folder))) {
                    command.add("run=" + folder);
                }
            }
            command.add("run=" + python);
            tools.bwrap().ifPresent(bwrap -> command.add("bwrap=" + bwrap));
            command.addAll(List.of("--", python.toString(), "-I", "-S", "-c", resource("syscalls.py")));
            command.addAll(List.of(confine, Long.toString(other.pid()), which));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return text(process).lines().toList();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void copiesWhatOnlyRootCanRead(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("X.class"), "x");
        Path jar = Files.writeString(folder.resolve("kit.jar"), "jar");
        Path copy;
        try (Staging staging = new Staging(true, List.of(classes, jar))) {
            copy = staging.classPath().get(0);
            assertThat(staging.classPath()).hasSize(2).noneMatch(path -> path.startsWith(folder));
            assertThat(copy.resolve("X.class")).hasContent("x");
            assertThat(staging.classPath().get(1)).hasContent("jar");
            assertThat(staging.classPath()).allMatch(path -> readableByAll(path));
        }
        assertThat(copy.getParent()).doesNotExist();
        try (Staging none = new Staging(false, List.of(jar))) {
            assertThat(none.classPath()).containsExactly(jar.toRealPath());
        }
    }

    @Test
    void isRefused_whenTheSelfTestCannotRun() {
        assertThatThrownBy(() -> Sandbox.strongest(Children.jdk(), List.of()))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("no answer");
    }

    private static boolean readableByAll(Path path) {
        try {
            return Staging.readableByAll(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Process start(Sandbox sandbox, Class<?> main) throws IOException {
        return sandbox.start(main.getName(), List.of(), Limits.standard());
    }

    private static List<String> plainJava(Class<?> main, String... arguments) {
        String path = String.join(
                ":", Children.classPath().stream().map(Path::toString).toList());
        return Stream.concat(
                        Stream.of(Children.jdk().resolve("bin/java").toString(), "-cp", path, main.getName()),
                        Stream.of(arguments))
                .toList();
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended by itself")
                .isTrue();
        return process.exitValue();
    }

    private static String resource(String name) {
        try (var in = Sandbox.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertNoneLeft(String marker) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Children.running(marker).isEmpty() && deadline - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(Children.running(marker)).isEmpty();
    }
}
