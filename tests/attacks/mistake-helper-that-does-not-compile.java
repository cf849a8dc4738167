// why: a helper that is needed is broken
// part: 2a
// status: error
// says: cell t2a-stub does not compile. Line 3: cannot find symbol; symbol: method twice(int); location: class
//     LeastQuorum

int twice(int n) {
    return "";
}
// cell
class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        return twice(checked(n)) / 3 + 1;
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
