// why: a type error behind a magic, which keeps its line
// part: 2a
// status: error
// says: cell t2a-stub does not compile. Line 4: incompatible types: java.lang.String cannot be converted to int

%%time
class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        int i = "";
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
