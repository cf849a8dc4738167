// why: what other cells do is done while grading
// part: 2a
// status: pass

while (true) {}
// cell
System.exit(1);
// cell
int twice(int n) {
    return 2 * n;
}
// cell
twice(4)
// cell
class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        return twice(checked(n)) / 3 + 1;
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
