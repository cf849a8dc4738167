// why: prints much, and is right
// part: 2a
// status: pass

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        System.out.println("x".repeat(9_999));
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
