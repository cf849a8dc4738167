import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Failures of the coordinator of a JGroups cluster of two. Who fails is replaced by a process that is ready to join. */
final class JGroups {
    private static final double MS = 1e6;
    /** How many processes are started together. */
    private static final int BATCH = 4;

    private final String classPath;
    private final int interval;
    private final int timeout;
    private final String verify;
    private final Random random = new Random(1);
    private final int port = 20_000 + new Random().nextInt(10_000);

    JGroups(String classPath, int interval, int timeout, String verify) {
        this.classPath = classPath;
        this.interval = interval;
        this.timeout = timeout;
        this.verify = verify;
    }

    /** A process with a member that joins when it is told to. */
    private final class Member implements AutoCloseable {
        private final Process process;
        private final BufferedReader says;

        Member() throws IOException {
            process = new ProcessBuilder(
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
                            String.valueOf(interval),
                            String.valueOf(timeout),
                            verify)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            says = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** @param place 0 or 1: where it listens */
        void join(int place, int size) throws IOException {
            process.outputWriter().write(place + "\n");
            process.outputWriter().flush();
            awaitView(size);
        }

        /** Reads until a view of this size; returns when it was installed. */
        long awaitView(int size) throws IOException {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                String[] word = line.split(" ");
                if (word[0].equals("VIEW") && Integer.parseInt(word[2]) == size) {
                    return Long.parseLong(word[1]);
                }
            }
            throw new IOException("The member has ended.");
        }

        void awaitReady() throws IOException {
            String line = says.readLine();
            if (!"READY".equals(line)) {
                throw new IOException("The member is not ready, but says: " + line);
            }
        }

        /** Returns when it happened. */
        long fail(Failover.Fault fault) throws IOException, InterruptedException {
            long asked = System.nanoTime();
            switch (fault) {
                case KILL -> process.toHandle().destroyForcibly();
                case STOP -> process.toHandle().destroy();
                case FREEZE -> {
                    new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
                    return System.nanoTime();
                }
            }
            return asked;
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    Measured measure(Failover.Fault fault, int n) throws IOException, InterruptedException {
        Measured measured = new Measured();
        Deque<Member> spares = new ArrayDeque<>();
        List<Member> members = new ArrayList<>();
        try {
            for (int i = 0; i < n; i++) {
                while (members.size() < 2) {
                    if (spares.isEmpty()) {
                        startTogether(spares, Math.min(BATCH, n - i + 1 - members.size()));
                    }
                    Member next = spares.remove();
                    members.add(next);
                    next.join((i + members.size() - 1) % 2, members.size());
                    if (members.size() == 2) {
                        members.get(0).awaitView(2);
                    }
                }
                Thread.sleep(2L * interval + random.nextInt(interval));
                Member coordinator = members.remove(0);
                try (coordinator) {
                    long happened = coordinator.fail(fault);
                    measured.detection.add((members.get(0).awaitView(1) - happened) / MS);
                }
            }
        } finally {
            members.forEach(Member::close);
            spares.forEach(Member::close);
        }
        return measured;
    }

    private void startTogether(Deque<Member> spares, int count) throws IOException {
        List<Member> starting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starting.add(new Member());
        }
        spares.addAll(starting);
        for (Member member : starting) {
            member.awaitReady();
        }
    }

    /** Two members at rest. */
    final class Pair implements AutoCloseable {
        private final Member first = new Member();
        private final Member second = new Member();
        private long views;

        Pair() throws IOException {
            first.awaitReady();
            second.awaitReady();
            first.join(0, 1);
            second.join(1, 2);
            first.awaitView(2);
        }

        List<Long> pids() {
            return List.of(first.process.pid(), second.process.pid());
        }

        /** How many more views the first has had by now. */
        long moreViews() throws IOException {
            while (first.says.ready()) {
                views += first.says.readLine().startsWith("VIEW") ? 1 : 0;
            }
            return views;
        }

        @Override
        public void close() {
            first.close();
            second.close();
        }
    }
}
