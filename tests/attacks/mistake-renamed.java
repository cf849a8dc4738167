// why: another name
// part: 2a
// status: error
// says: cell t2a-stub compiles but holds no class LeastQuorum; it has MyQuorum. Call your class LeastQuorum, as in
//     the starter.

class MyQuorum implements QuorumSize {
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
