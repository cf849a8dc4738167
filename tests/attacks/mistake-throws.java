// why: an exception
// part: 2a
// status: fail
// says: Your code threw ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0 (line 4 of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        int[] a = new int[n - n];
        a[0] = 1;
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
