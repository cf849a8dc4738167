// why: its own String for everybody
// part: 2a
// status: error
// says: cell t2a-stub does not compile. Line 1: class, interface, enum, or record expected

package java.lang;

class LeastQuorum implements QuorumSize {
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
