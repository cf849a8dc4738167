import ftol.failover.Event;
import ftol.failover.Node;
import ftol.failover.Role;
import ftol.failover.check.Rules;
import ftol.failover.net.Client;
import ftol.failover.net.Cluster;
import ftol.failover.net.Program;
import ftol.reference.AsyncReplica;
import ftol.reference.SyncReplica;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long a failure of the primary goes unnoticed, and for how long clients notice it: our references in real processes,
 * and JGroups in the same run, with the same interval and timeout. Arguments: how often, and JGroups' class path.
 */
public final class Failover {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int INTERVAL = 100;
    private static final int TIMEOUT = 300;
    private static final double MS = 1e6;

    private enum Fault {
        KILL,
        STOP,
        FREEZE
    }

    private Failover() {}

    /** What was measured of one fault, in milliseconds. */
    private record Figures(List<Double> detection, List<Double> gap, long lost) {
        Figures() {
            this(new ArrayList<>(), new ArrayList<>(), 0);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int n = Integer.parseInt(arguments[0]);
        System.out.printf(
                Locale.ROOT,
                "%d of each; heartbeat every %d ms, timeout %d ms; %d processors, load %.1f%n%n",
                n,
                INTERVAL,
                TIMEOUT,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("| system | fault | n | detection min | p50 | p99 | max | client gap p50 | max |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Fault fault : Fault.values()) {
            print("ours, 1d (SyncReplica)", fault, ours(SyncReplica.class, fault, n, false));
            print("ours, 1c (AsyncReplica)", fault, ours(AsyncReplica.class, fault, n, true));
            for (String verify : List.of("", "VERIFY_SUSPECT2")) {
                print("JGroups" + (verify.isEmpty() ? "" : " + " + verify), fault, jgroups(arguments[1], fault, n, verify));
            }
        }
        System.out.printf(
                Locale.ROOT, "%nload at the end: %.1f%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Figures ours(Class<? extends Node> replica, Fault fault, int n, boolean client) throws Exception {
        Figures figures = new Figures();
        Random random = new Random(1);
        Cluster.Settings settings = Cluster.Settings.USUAL.times(INTERVAL, TIMEOUT);
        for (int i = 0; i < n; i++) {
            try (Cluster cluster = Cluster.start(Program.of(replica), settings)) {
                Client user = cluster.client(0);
                Thread appending = new Thread(() -> append(user), "client");
                if (client) {
                    appending.start();
                }
                Thread.sleep(3 * INTERVAL + random.nextInt(INTERVAL));
                int before = cluster.eventCount();
                long asked = System.nanoTime() - cluster.origin();
                switch (fault) {
                    case KILL -> cluster.kill(0);
                    case STOP -> cluster.stop(0);
                    case FREEZE -> cluster.freeze(0);
                }
                Event takeOver = cluster.awaitPrimary(0, 1, LONG);
                Thread.sleep(client ? 150 : 0);
                appending.interrupt();
                appending.join();
                List<Event> events = cluster.events();
                if (takeOver.time() < asked) {
                    System.err.println("(a false suspicion, not counted)");
                    continue;
                }
                figures.detection().add((takeOver.time() - happened(events, fault, asked)) / MS);
                if (client) {
                    figures.gap().add(gap(events, asked));
                }
            }
        }
        return figures;
    }

    /** When the primary failed: for a stop, when it said so. */
    private static long happened(List<Event> events, Fault fault, long asked) {
        Event.Kind kind = fault == Fault.KILL ? Event.Kind.CRASH : Event.Kind.PAUSE;
        return events.stream()
                .filter(event -> event.time() >= asked && event.node() == 0)
                .filter(event -> fault == Fault.STOP ? event.text().equals("STOP") : event.kind() == kind)
                .mapToLong(Event::time)
                .findFirst()
                .orElse(asked);
    }

    /** The longest time without an answer that holds the fault. */
    private static double gap(List<Event> events, long asked) {
        List<Long> done = events.stream()
                .filter(event -> event.kind() == Event.Kind.DONE)
                .map(Event::time)
                .toList();
        double longest = Double.NaN;
        for (int i = 1; i < done.size(); i++) {
            if (done.get(i) >= asked) {
                double gap = (done.get(i) - done.get(i - 1)) / MS;
                longest = Double.isNaN(longest) ? gap : Math.max(longest, gap);
            }
        }
        return longest;
    }

    private static void append(Client client) {
        try {
            for (int i = 1; !Thread.interrupted(); i++) {
                client.append("a" + i, LONG);
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            // Enough.
        }
    }

    private static Figures jgroups(String classPath, Fault fault, int n, String verify) throws Exception {
        Figures figures = new Figures();
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            int port = 20_000 + random.nextInt(10_000);
            Process first = member(classPath, port, 0, verify);
            Process second = null;
            try {
                BufferedReader firstSays = reader(first);
                await(firstSays, 1);
                second = member(classPath, port, 1, verify);
                BufferedReader secondSays = reader(second);
                await(secondSays, 2);
                await(firstSays, 2);
                Thread.sleep(3 * INTERVAL + random.nextInt(INTERVAL));
                long happened = System.nanoTime();
                switch (fault) {
                    case KILL -> first.toHandle().destroyForcibly();
                    case STOP -> first.toHandle().destroy();
                    case FREEZE -> {
                        new ProcessBuilder("kill", "-STOP", String.valueOf(first.pid())).start().waitFor();
                        happened = System.nanoTime();
                    }
                }
                figures.detection().add((await(secondSays, 1) - happened) / MS);
            } finally {
                first.destroyForcibly().waitFor();
                if (second != null) {
                    second.destroyForcibly().waitFor();
                }
            }
        }
        return figures;
    }

    private static Process member(String classPath, int port, int id, String verify) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.net.preferIPv4Stack=true",
                        "-cp",
                        classPath,
                        "JGroupsMember",
                        String.valueOf(port),
                        String.valueOf(id),
                        String.valueOf(INTERVAL),
                        String.valueOf(TIMEOUT),
                        verify)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until a view of this size; returns when it was installed. */
    private static long await(BufferedReader says, int size) throws IOException {
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            String[] word = line.split(" ");
            if (word[0].equals("VIEW") && Integer.parseInt(word[2]) == size) {
                return Long.parseLong(word[1]);
            }
        }
        throw new IOException("The member has ended.");
    }

    private static void print(String system, Fault fault, Figures figures) {
        List<Double> detection = figures.detection();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s | %s | %s | %s | %s |%n",
                system,
                fault.name().toLowerCase(Locale.ROOT),
                detection.size(),
                quantile(detection, 0),
                quantile(detection, 0.5),
                detection.size() >= 100 ? quantile(detection, 0.99) : "-",
                quantile(detection, 1),
                quantile(figures.gap(), 0.5),
                quantile(figures.gap(), 1));
    }

    private static String quantile(List<Double> values, double q) {
        if (values.isEmpty()) {
            return "-";
        }
        Collections.sort(values);
        return String.format(Locale.ROOT, "%.1f", values.get((int) Math.round(q * (values.size() - 1))));
    }
}
