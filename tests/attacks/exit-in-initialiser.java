// why: ends the JVM before there is an object
// part: 2a
// status: crash
// says: new LeastQuorum() ended the Java process (exit code 7). Never call System.exit.

class LeastQuorum implements QuorumSize {
    static {
        System.exit(7);
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
