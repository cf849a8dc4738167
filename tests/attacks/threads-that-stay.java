// why: threads outlive the test
// part: 2a
// status: pass

class LeastQuorum implements QuorumSize {
    static {
        new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(99_999);
                } catch (InterruptedException e) {
                    // Never.
                }
            }
        }).start();
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
