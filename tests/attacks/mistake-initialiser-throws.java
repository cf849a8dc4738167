// why: throws before there is a class
// part: 2a
// status: fail
// says: Your code threw ArithmeticException: / by zero (line 2 of the cell).

class LeastQuorum implements QuorumSize {
    static int i = 1 / "".length();

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
