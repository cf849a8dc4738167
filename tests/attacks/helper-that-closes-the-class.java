// why: ends the class that JShell wraps around it: what follows is not run
// part: 2a
// status: pass

int twice(int n) {
    return 2 * n;
}
}
static {
    System.exit(9);
}
class Rest {
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
