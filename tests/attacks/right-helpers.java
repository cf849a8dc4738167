// why: helpers in other cells
// part: 2a
// status: pass

static int twice(int n) {
    return (int) (FACTOR * n);
}
// cell
static final double FACTOR = 2;
// cell
record One(int value) {}
interface Parts {
    One ONE = new One(1);
}
// cell
class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        return twice(checked(n)) / 3 + Parts.ONE.value();
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
