// why: cannot be stopped by any exception; in a hidden test
// part: 2a
// status: timeout
// says: A call did not return in time. Is there a loop that never ends?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == Integer.MIN_VALUE) {
            while (true) {
                try {
                    System.out.println(n / 0);
                } catch (Throwable e) {
                    // Go on.
                }
            }
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
