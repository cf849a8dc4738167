// why: half a solution that says it is not written
// part: 2a
// status: fail
// says: Part 2a is not written yet.

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new NotWrittenYet();
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
