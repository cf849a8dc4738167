// why: types whose comparison never ends
// part: 2a
// status: error
// says: cell t2a-stub is too much for the Java compiler. Is an expression nested very deeply?

class LeastQuorum implements QuorumSize {
    interface In<T> {}

    static class Deep<T> implements In<In<? super Deep<Deep<T>>>> {}

    static In<? super Deep<Byte>> compared(Deep<Byte> deep) {
        return deep;
    }

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
