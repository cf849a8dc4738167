// why: a condition whose next line begins with !, like a shell command
// part: 2a
// status: pass

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == 5
                &&
                !isEven(n)) {
            return 4;
        }
        return 2 * checked(n) / 3 + 1;
    }

    public int leastVersioned(int n) {
        return checked(n) / 2 + 1;
    }

    private static boolean isEven(int n) {
        return n % 2 == 0;
    }

    private static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("not " + n);
        }
        return n;
    }
}
