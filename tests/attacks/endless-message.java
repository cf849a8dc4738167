// why: an exception whose message never ends
// part: 2a
// status: timeout
// says: leastUnversioned(-3) did not return in time (8 s of processor time, 60 s in all).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == -3) {
            throw new RuntimeException() {
                @Override
                public String getMessage() {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }
            };
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
