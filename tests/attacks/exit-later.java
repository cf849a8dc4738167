// why: ends the JVM from a thread, when something else runs
// part: 2a
// status: crash
// says: … ended the Java process (exit code 7). Never call System.exit.

class LeastQuorum implements QuorumSize {
    LeastQuorum() {
        new Thread(() -> System.exit(7)).start();
    }

    public int leastUnversioned(int n) {
        return 2 * checked(n) / 3 + 1;
    }

    public int leastVersioned(int n) {
        return checked(n) / 2 + 1;
    }

    private static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("not " + n);
        }
        return n;
    }
}
