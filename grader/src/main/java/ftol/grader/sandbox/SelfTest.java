package ftol.grader.sandbox;

import ftol.grader.Folders;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs {@link SandboxProbe} in a sandbox and, as the positive control, outside it, and compares. */
final class SelfTest {
    private static final Limits LIMITS = Limits.standard();
    private static final int DEADLINE_SECONDS = 30;

    private final Sandbox sandbox;
    private final Path java;
    private final List<Path> classPath;
    private final Tools tools;
    private final List<Probe> probes;

    SelfTest(Sandbox sandbox, Path java, List<Path> classPath, Tools tools) {
        this.sandbox = sandbox;
        this.java = java;
        this.classPath = classPath;
        this.tools = tools;
        this.probes = Arrays.stream(Probe.values())
                .filter(probe -> probe.deniedBy(sandbox.tier()))
                .toList();
    }

    List<Finding> run() throws IOException {
        Path folder = Files.createTempDirectory("ftol-selftest-");
        Process spared = victim();
        Process killed = victim();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ServerSocket server = new ServerSocket();
                DatagramSocket receiver = new DatagramSocket(anyPort)) {
            server.bind(anyPort);
            fill(folder);
            List<String> ports = List.of(
                    Integer.toString(server.getLocalPort()),
                    Integer.toString(receiver.getLocalPort()),
                    java.toString());
            Process inside = sandbox.start(SandboxProbe.class.getName(), arguments(folder, spared, ports), LIMITS);
            try {
                Process outside = outside(arguments(folder, killed, ports));
                try {
                    List<Finding> findings = new ArrayList<>(findings(true, inside));
                    findings.addAll(findings(false, outside));
                    return List.copyOf(findings);
                } finally {
                    outside.destroyForcibly();
                }
            } finally {
                sandbox.kill(inside);
            }
        } finally {
            spared.destroyForcibly();
            killed.destroyForcibly();
            Folders.delete(folder);
        }
    }

    private List<String> arguments(Path folder, Process victim, List<String> ports) {
        List<String> arguments = new ArrayList<>(
                List.of(folder.toString(), Long.toString(ProcessHandle.current().pid()), Long.toString(victim.pid())));
        arguments.addAll(ports);
        probes.forEach(probe -> arguments.add(probe.name()));
        return arguments;
    }

    /** The same child, not confined in any way: it inherits everything. */
    private Process outside(List<String> arguments) throws IOException {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(
                List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", path, SandboxProbe.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).start();
    }

    /** A process that may be killed: it waits for its standard input to end. Where no tier denies signals, this one. */
    private Process victim() throws IOException {
        String python = tools.python().map(Path::toString).orElse(null);
        return python == null
                ? new ProcessBuilder(java.toString(), "-version").start()
                : new ProcessBuilder(python, "-I", "-S", "-c", "input()").start();
    }

    private static void fill(Path folder) throws IOException {
        Path priv = Files.writeString(folder.resolve("private"), "private");
        Path open = Files.writeString(folder.resolve("public"), "public");
        if (!Tools.WINDOWS) {
            Files.setPosixFilePermissions(priv, PosixFilePermissions.fromString("rw-------"));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private List<Finding> findings(boolean expectDenied, Process child) throws IOException {
        String where = expectDenied ? "" : " (outside, as a control)";
        Map<Probe, String[]> answers = answers(child);
        String trouble = answers.size() == probes.size() ? "" : trouble(child);
        return probes.stream()
                .map(probe -> {
                    String[] answer = answers.get(probe);
                    boolean ok = answer != null && answer[1].equals(expectDenied ? "denied" : "done");
                    String detail = answer == null ? "no answer" + trouble : answer[1] + ", " + answer[2];
                    return new Finding(probe.title() + where, expectDenied, ok, detail);
                })
                .toList();
    }

    private Map<Probe, String[]> answers(Process child) throws IOException {
        try {
            if (!child.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) { // what it prints fits in the pipe
                return Map.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted in the sandbox's self-test.");
        }
        Map<Probe, String[]> answers = new EnumMap<>(Probe.class);
        for (String line : text(child.getInputStream().readAllBytes()).lines().toList()) {
            String[] fields = line.split("\t", 3);
            if (fields.length == 3) {
                answers.put(Probe.valueOf(fields[0]), fields);
            }
        }
        return answers;
    }

    private static String trouble(Process child) throws IOException {
        if (child.isAlive()) {
            return " within " + DEADLINE_SECONDS + " s";
        }
        String said =
                text(child.getErrorStream().readAllBytes()).lines().findFirst().orElse("");
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
