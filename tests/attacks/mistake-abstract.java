// why: no objects of it can be made
// part: 2a
// status: error
// says: class LeastQuorum is abstract: it cannot be instantiated.

abstract class LeastQuorum implements QuorumSize {
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
