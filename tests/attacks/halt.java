// why: ends the JVM past all hooks
// part: 2a
// status: crash
// says: leastUnversioned(1) ended the Java process (exit code 9). Never call System.exit.

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        Runtime.getRuntime().halt(9);
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
