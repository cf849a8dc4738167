package ftol.quorum.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process of one replica: keeps a value for each key, in memory. It says on its standard output at which port of the
 * loopback interface it listens, and ends when its standard input does. On its standard input it is told to lie.
 */
public final class ReplicaMain {
    /** The first byte of a request to read. */
    static final int READ = 'R';

    /** The first byte of a request to write. */
    static final int WRITE = 'W';

    /** How a replica answers readers; writers it always believes. */
    enum Honesty {
        HONEST,
        /** The first value that was written. */
        OUTDATED,
        /** A value that it was told to make up, as if it had been written just now. */
        FABRICATED
    }

    private static final Stored NOTHING = new Stored("", 0, "");

    private final Map<String, List<Stored>> history = new ConcurrentHashMap<>();
    private volatile Honesty honesty = Honesty.HONEST;
    private volatile String madeUp = "";

    private ReplicaMain() {}

    /** Runs until standard input ends; never returns. */
    public static void main(String[] arguments) {
        ReplicaMain replica = new ReplicaMain();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            begin(() -> replica.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
            while (true) {
                Socket connection = server.accept();
                begin(() -> replica.serve(connection));
            }
        } catch (IOException e) {
            System.err.println("This replica cannot listen: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void begin(Runnable task) {
        Thread thread = new Thread(task, "ftol-replica");
        thread.setDaemon(true);
        thread.start();
    }

    /** One line each: the honesty from now on, and what to make up. */
    private void obey(BufferedReader commands) {
        try {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                int space = line.indexOf(' ');
                madeUp = line.substring(space + 1);
                honesty = Honesty.valueOf(line.substring(0, space));
                System.out.println("done");
            }
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("Not a command: " + e.getMessage());
        }
        // The parent has gone.
        Runtime.getRuntime().halt(0);
    }

    private void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(connection.getOutputStream()))) {
            connection.setTcpNoDelay(true);
            while (true) {
                int request = in.readUnsignedByte();
                long received = System.nanoTime();
                String key = in.readUTF();
                Stored answer;
                if (request == WRITE) {
                    answer = Stored.read(in);
                    history.computeIfAbsent(key, none -> new ArrayList<>()).add(answer);
                } else {
                    answer = answer(key);
                }
                out.writeLong(received);
                answer.write(out);
                out.flush();
            }
        } catch (IOException e) {
            // The client has closed the connection.
        }
    }

    private Stored answer(String key) {
        List<Stored> all = history.getOrDefault(key, List.of());
        Stored last = all.isEmpty() ? NOTHING : all.get(all.size() - 1);
        return switch (honesty) {
            case HONEST -> last;
            case OUTDATED -> all.isEmpty() ? NOTHING : all.get(0);
            case FABRICATED -> new Stored(madeUp, last.version() + 1, "made up");
        };
    }
}
