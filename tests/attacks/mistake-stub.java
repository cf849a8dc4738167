// why: nothing is written yet
// part: 2a
// status: not_attempted
// says: Part 2a is not written yet.

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        throw new NotWrittenYet(); // 2 * checked(n) / 3 + 1;
    }

    public int leastVersioned(int n) {
        throw new NotWrittenYet(); // checked(n) / 2 + 1;
    }

    private static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("not " + n);
        }
        throw new NotWrittenYet(); // n;
    }
}
