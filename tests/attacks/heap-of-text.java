// why: doubles a text until the memory is full
// part: 2a
// status: crash
// says: leastUnversioned(1) used up its memory (64 MB of heap). Does something grow without end?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        String text = "x";
        while (n > 0) {
            text += text;
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
