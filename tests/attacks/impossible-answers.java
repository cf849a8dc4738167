// why: numbers at which a test may go wrong itself
// part: 2a
// status: fail
// says: leastUnversioned(1) returned 2147483647. …

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            return n % 2 == 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
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
