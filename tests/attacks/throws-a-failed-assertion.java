// why: an assertion is how tests speak
// part: 2a
// status: fail
// says: Your code threw AssertionError: passed (line 4 of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new AssertionError("passed");
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
