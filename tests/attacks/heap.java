// why: takes all memory
// part: 2a
// status: crash
// says: leastUnversioned(1) used up its memory (64 MB of heap). Does something grow without end?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        var list = new ArrayList<int[]>();
        while (n > 0) {
            list.add(new int[100_000]);
        }
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
