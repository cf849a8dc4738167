// why: an innocent looking pattern that takes longer than the universe exists
// part: 2a
// status: timeout
// says: leastUnversioned(-3) did not return in time (8 s of processor time, 60 s in all).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == -3) {
            Pattern.matches("(a+)+\\1b", "a".repeat(43 + n));
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
