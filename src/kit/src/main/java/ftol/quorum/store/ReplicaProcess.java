package ftol.quorum.store;

import ftol.failover.net.SmallJvm;
import ftol.quorum.store.ReplicaMain.Honesty;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A replica as a client sees it: a process, and a connection to it. Used by one thread. */
final class ReplicaProcess implements AutoCloseable {
    /** So long a client waits for an answer, in milliseconds, before it takes the replica for crashed. */
    private static final int PATIENCE = 1_000;

    /** An answer, and when the replica got the request that it answers, in the time of {@link System#nanoTime}. */
    record Reply(long received, Stored stored) {}

    private final Process process;
    private final BufferedReader output;
    private int port;
    private Socket connection;
    private DataInputStream in;
    private DataOutputStream out;

    private ReplicaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a process; {@link #awaitReady} waits for it. */
    static ReplicaProcess start() throws IOException {
        return new ReplicaProcess(SmallJvm.builder(SmallJvm.kitClassPath(), ReplicaMain.class, List.of())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    void awaitReady() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("A replica's process has ended before it listened.");
        }
        port = Integer.parseInt(line);
    }

    long pid() {
        return process.pid();
    }

    /** From now on it answers readers like this. Returns when it does. */
    void be(Honesty honesty, String madeUp) {
        try {
            process.getOutputStream().write((honesty + " " + madeUp + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("This replica is down: it can no longer lie.", e);
        }
    }

    /** Sends a request; false if nobody is there. */
    boolean ask(String key) {
        return send(ReplicaMain.READ, key, null);
    }

    /** The same for a write. */
    boolean tell(String key, Stored value) {
        return send(ReplicaMain.WRITE, key, value);
    }

    private boolean send(int request, String key, Stored value) {
        try {
            if (connection == null) {
                Socket socket = new Socket();
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE);
                connection = socket;
                in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            }
            out.writeByte(request);
            out.writeUTF(key);
            if (value != null) {
                value.write(out);
            }
            out.flush();
            return true;
        } catch (IOException e) {
            disconnect();
            return false;
        }
    }

    /** The answer to what was sent; empty if none comes. */
    Optional<Reply> reply() {
        if (connection == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Reply(in.readLong(), Stored.read(in)));
        } catch (IOException e) {
            // What might still come must not be taken for the answer to another request.
            disconnect();
            return Optional.empty();
        }
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            // It is of no use any more.
        }
        connection = null;
    }

    /** Sends SIGKILL and waits until the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        disconnect();
    }

    @Override
    public void close() {
        disconnect();
        process.destroyForcibly();
    }
}
