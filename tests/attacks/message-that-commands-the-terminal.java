// why: runs in the terminal of who reads the report
// part: 2a
// status: fail
// says: Your code threw IllegalStateException: �[2J�]0;owned���txt.exe? (line 4 of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new IllegalStateException("\033[2J\033]0;owned\007\0\u202etxt.exe\ud800");
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
