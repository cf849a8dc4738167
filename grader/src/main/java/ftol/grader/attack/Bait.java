package ftol.grader.attack;

import ftol.grader.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What attacks go for: a file that all may read, a folder in which all may write, a server on this machine, and a process of
 * the grader's user.
 */
final class Bait implements AutoCloseable {
    /** In how many ways it can be touched: a file written, a process killed, a connection made. */
    static final int KINDS = 3;

    private static final String SECRET = "the secret";

    private final Path folder;
    private final ServerSocket server;
    private final Process victim;

    /** Lays it out in this folder, which all may enter. */
    Bait(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(open());
        Files.writeString(secret(), SECRET);
        Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(open(), PosixFilePermissions.fromString("rwxrwxrwx"));
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // Ends when its standard input does, that is with us.
        victim = new ProcessBuilder("cat").start();
    }

    private Path secret() {
        return folder.resolve("secret");
    }

    private Path open() {
        return folder.resolve("open");
    }

    /** The text of an attack with what it is to go for. */
    String in(String text) {
        return text.replace("@SECRET@", secret().toString())
                .replace("@OPEN@", open().toString())
                .replace("@PORT@", String.valueOf(server.getLocalPort()))
                .replace("@PID@", String.valueOf(victim.pid()));
    }

    boolean owns(ProcessHandle process) {
        return process.pid() == victim.pid();
    }

    /** What has been touched. */
    List<String> touched() throws IOException {
        List<String> touched = new ArrayList<>();
        try (Stream<Path> files = Files.list(open())) {
            files.forEach(file -> touched.add(file.getFileName() + " was written"));
        }
        if (!Files.readString(secret()).equals(SECRET)) {
            touched.add("the secret was changed");
        }
        if (!victim.isAlive()) {
            touched.add("a process was killed");
        }
        server.setSoTimeout(1);
        try {
            server.accept().close();
            touched.add("a connection was made");
        } catch (SocketTimeoutException e) {
            // Nobody came.
        }
        return touched;
    }

    @Override
    public void close() throws IOException {
        server.close();
        victim.destroy();
        Folders.delete(folder);
    }
}
