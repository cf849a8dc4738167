import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long a failure of the primary goes unnoticed, and for how long clients notice it: our references in real processes,
 * and JGroups in the same run, with the same interval and timeout. Arguments: how often, for how many seconds nothing is
 * to happen, JGroups' class path, and which failures (all if none is named).
 */
public final class Failover {
    private static final int INTERVAL = 100;
    private static final int TIMEOUT = 300;
    /** A heartbeat was sent half an interval before, in the mean. */
    private static final double BOUND = TIMEOUT - INTERVAL / 2.0;

    private static final int BUSY_LOOPS = 2;

    enum Fault {
        KILL,
        STOP,
        FREEZE;

        static Fault of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final long BEGIN = System.nanoTime();

    private Failover() {}

    public static void main(String[] arguments) throws Exception {
        int n = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Ours ours = new Ours(INTERVAL, TIMEOUT);
        List<String> verifies = List.of("", "VERIFY_SUSPECT2");
        System.out.printf(
                Locale.ROOT,
                "%d of each; heartbeat every %d ms, timeout %d ms, bound %.0f ms (timeout - interval/2); times in ms; %d"
                        + " processors, load %.1f%n%n",
                n,
                INTERVAL,
                TIMEOUT,
                BOUND,
                Runtime.getRuntime().availableProcessors(),
                load());
        if (n > 0) {
            System.out.println(Measured.HEADER);
        }
        List<Fault> faults = arguments.length == 3
                ? List.of(Fault.values())
                : Arrays.stream(arguments).skip(3).map(Fault::of).toList();
        int parts = faults.size() * (2 + verifies.size());
        int done = 0;
        for (Fault fault : n > 0 ? faults : List.<Fault>of()) {
            double bound = fault == Fault.FREEZE ? BOUND : 0;
            progress(fault + ", ours 1d", done++, parts);
            System.out.println(ours.withEpochs(fault, n).line("ours, 1d (SyncReplica)", "-", fault.toString(), bound));
            progress(fault + ", ours 1c", done++, parts);
            System.out.println(
                    ours.withClient(fault, n).line("ours, 1c (AsyncReplica)", "client", fault.toString(), bound));
            for (String verify : verifies) {
                progress(fault + ", JGroups " + verify, done++, parts);
                System.out.println(new JGroups(arguments[2], INTERVAL, TIMEOUT, verify)
                        .measure(fault, n)
                        .line("JGroups" + (verify.isEmpty() ? "" : " + " + verify), "-", fault.toString(), bound));
            }
        }
        if (seconds > 0) {
            System.out.println("\n| system | busy loops | seconds | processor % of the two nodes | false suspicions |");
            System.out.println("|---|---:|---:|---:|---:|");
            for (int busy : List.of(0, BUSY_LOOPS)) {
                Steady.print(ours, new JGroups(arguments[2], INTERVAL, TIMEOUT, ""), seconds, busy);
            }
        }
        System.out.printf(Locale.ROOT, "%nIt took %d s; load at the end %.1f.%n", sinceBegin(), load());
    }

    /** On the error output: what is being done, and how long it may take still. */
    static void progress(String what, int done, int of) {
        String left = done == 0 ? "" : ", about " + sinceBegin() * (of - done) / done + " s more for failures";
        System.err.println(sinceBegin() + " s: " + what + " (" + (done + 1) + " of " + of + left + ")");
    }

    private static long sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - BEGIN).toSeconds();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
