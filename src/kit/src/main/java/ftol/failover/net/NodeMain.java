package ftol.failover.net;

import ftol.failover.Node;
import ftol.failover.sim.HostedNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * The process of one replica, started by {@link Cluster}. On its standard input it is told where the peer is, to go, and
 * later what else; on its standard output it {@linkplain Report reports}. It ends when its input ends, since then its
 * parent has; and in order, telling the replica to stop, when it gets SIGTERM.
 */
public final class NodeMain {
    /** The exit code after the replica was stopped in order. */
    public static final int STOPPED = 0;

    /** The exit code if the replica threw something. */
    public static final int THREW = 1;

    /** The exit code if the replica could not be started: a wrong class, a damaged disk, no free port. */
    public static final int CANNOT_START = 2;

    /** The exit code after the parent has gone. */
    public static final int NO_PARENT = 3;

    /** What the parent says, followed by numbers. */
    enum Command {
        /** TCP port, UDP port, incarnation or 0: where the peer is from now on. */
        PEER,
        /** Start the replica. */
        GO,
        /** See {@link NodeLoop#lie}. */
        LIE
    }

    private static final long STOP_LIMIT_MS = 2_000;

    private NodeMain() {}

    /** Runs the node until it ends; never returns. */
    public static void main(String[] arguments) {
        Report report = new Report(new FileOutputStream(FileDescriptor.out));
        // The student's code may print; the pipe is not for that.
        PrintStream printed = new PrintStream(new Lines(report), true, StandardCharsets.UTF_8);
        PrintStream err = System.err;
        System.setOut(printed);
        System.setErr(printed);
        int code = CANNOT_START;
        try {
            code = run(Launch.parse(arguments), report);
        } catch (IOException | ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
            err.println("The node cannot be started: " + e);
        }
        Runtime.getRuntime().halt(code);
    }

    private static int run(Launch launch, Report report) throws IOException, ReflectiveOperationException {
        try {
            Rehearsal.run(launch.folder(), launch.host());
            NodeLoop loop = new NodeLoop(launch, new HostedNode(replica(launch)), report);
            report.line(Report.Kind.READY, loop.tcpPort() + " " + loop.udpPort());
            report.flush();
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (!command(commands, loop)) {
                // Until it is to go.
            }
            begin("commands", () -> obey(commands, loop));
            Thread node = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                loop.later(loop::stop);
                join(node);
            }));
            loop.run();
            return STOPPED;
        } catch (InvocationTargetException e) {
            return threw(e.getCause(), report);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return threw(e, report);
        }
    }

    private static int threw(Throwable thrown, Report report) {
        report.line(Report.Kind.THROWN, Thrown.of(thrown).line());
        report.flush();
        return THREW;
    }

    private static Node replica(Launch launch) throws ReflectiveOperationException {
        for (String name : launch.initialisers()) {
            Method initialiser = Class.forName(name).getDeclaredMethod("do_it$");
            // JShell's classes are not public.
            initialiser.setAccessible(true);
            initialiser.invoke(null);
        }
        Constructor<? extends Node> constructor =
                Class.forName(launch.mainClass()).asSubclass(Node.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static void obey(BufferedReader commands, NodeLoop loop) {
        try {
            while (true) {
                command(commands, loop);
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(NO_PARENT);
        }
    }

    /** Waits for the next command and does it. True if it was to go. */
    private static boolean command(BufferedReader commands, NodeLoop loop) throws IOException {
        String line = commands.readLine();
        if (line == null) {
            Runtime.getRuntime().halt(NO_PARENT);
            throw new IOException("The parent has gone.");
        }
        String[] word = line.split(" ", -1);
        Command command = Command.valueOf(word[0]);
        switch (command) {
            case PEER -> {
                int tcp = Integer.parseInt(word[1]);
                int udp = Integer.parseInt(word[2]);
                long incarnation = Long.parseLong(word[3]);
                loop.later(() -> loop.peer(tcp, udp, incarnation));
            }
            case LIE -> loop.later(loop::lie);
            case GO -> {}
        }
        return command == Command.GO;
    }

    private static void begin(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void join(Thread node) {
        try {
            node.join(STOP_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(THREW);
    }
}
