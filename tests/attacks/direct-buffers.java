// why: takes memory that is not counted as heap
// part: 2a
// status: fail
// says: Your code threw OutOfMemoryError: Cannot reserve … bytes of direct buffer memory … (line 5 of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        var list = new ArrayList<java.nio.ByteBuffer>();
        while (n > 0) {
            list.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
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
