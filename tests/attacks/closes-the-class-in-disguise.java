// why: the same with escapes that the compiler reads as line feed and braces
// part: 2a
// status: pass

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
// \u000a \u007d \u007d static \u007b System.exit(9); \u007d class Rest \u007b
