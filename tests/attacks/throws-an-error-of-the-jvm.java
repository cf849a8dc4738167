// why: the grader must not take it for its own
// part: 2a
// status: fail
// says: Your code threw OutOfMemoryError: Java heap space (line 4 of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new OutOfMemoryError("Java heap space");
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
