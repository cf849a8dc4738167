// why: calls itself without end
// part: 2a
// status: fail
// says: Your code threw StackOverflowError: a recursion did not end (line 3 of the cell), in leastUnversioned(1).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        leastUnversioned(n);
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
