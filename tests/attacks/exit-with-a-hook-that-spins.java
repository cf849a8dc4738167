// why: a shutdown that never ends
// part: 2a
// status: timeout
// says: leastUnversioned(-3) did not return in time (8 s of processor time, 60 s in all).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == -3) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }));
            System.exit(0);
        }
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
