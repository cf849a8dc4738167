package ftol.grader.sandbox;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The child of the self-test. Tries each probe named after the first six arguments (see {@link #main}) and prints a line for
 * each: its name, "done" or "denied", and how.
 */
public final class SandboxProbe {
    private static final Set<String> EXPECTED_VARIABLES =
            Set.of("PWD", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "SystemRoot");

    private final Path folder;
    private final long grader;
    private final long victim;
    private final int tcpPort;
    private final int udpPort;
    private final String java;

    private SandboxProbe(Path folder, long grader, long victim, int tcpPort, int udpPort, String java) {
        this.folder = folder;
        this.grader = grader;
        this.victim = victim;
        this.tcpPort = tcpPort;
        this.udpPort = udpPort;
        this.java = java;
    }

    /** Arguments: folder, the grader's pid, the victim's pid, TCP port, UDP port, a program to start, names of probes. */
    public static void main(String[] args) {
        SandboxProbe probe = new SandboxProbe(
                Path.of(args[0]),
                Long.parseLong(args[1]),
                Long.parseLong(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                args[5]);
        Arrays.stream(args).skip(6).map(Probe::valueOf).forEach(probe::report);
        System.exit(0);
    }

    private void report(Probe probe) {
        String outcome;
        try {
            outcome = "done\t" + attempt(probe);
        } catch (IOException | RuntimeException | LinkageError e) {
            outcome = "denied\t" + e;
        }
        System.out.println(probe + "\t" + outcome.replace('\n', ' '));
    }

    private String attempt(Probe probe) throws IOException {
        return switch (probe) {
            case OWN_ENVIRONMENT -> ownEnvironment();
            case READ_PRIVATE_FILE -> Files.readString(folder.resolve("private"));
            case READ_PUBLIC_FILE -> Files.readString(folder.resolve("public"));
            case READ_ENVIRONMENT ->
                Files.readAllBytes(Path.of("/proc", Long.toString(grader), "environ")).length + " bytes";
            case LIST_FOLDER -> listFolder();
            case WRITE_FILE -> Files.writeString(folder.resolve("written"), "x").toString();
            case SIGNAL -> signal();
            case START_PROCESS -> startProcess();
            case CONNECT -> connect();
            case SEND_DATAGRAM -> sendDatagram();
        };
    }

    private static String ownEnvironment() {
        Set<String> names = new TreeSet<>(System.getenv().keySet());
        names.removeAll(EXPECTED_VARIABLES);
        if (names.isEmpty()) {
            throw new IllegalStateException("there are none");
        }
        return names.size() + " variables";
    }

    private String listFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count() + " files";
        }
    }

    private String signal() {
        ProcessHandle handle = ProcessHandle.of(victim).orElseThrow(() -> new IllegalStateException("no such process"));
        if (!handle.destroyForcibly()) {
            throw new IllegalStateException("not permitted");
        }
        return "killed";
    }

    private String startProcess() throws IOException {
        Process process = new ProcessBuilder(java, "-version").start();
        process.destroyForcibly();
        return "started " + java;
    }

    private String connect() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tcpPort)) {
            return "connected to port " + socket.getPort();
        }
    }

    private String sendDatagram() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), udpPort));
            return "sent to port " + udpPort;
        }
    }
}
