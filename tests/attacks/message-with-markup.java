// why: runs in the browser of who reads the report
// part: 2a
// status: fail
// says: Your code threw IllegalStateException: </td><script>alert(1)</script>|`![x](http://x)`]]> (line 4 of the
//     cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new IllegalStateException("</td><script>alert(1)</script>|`![x](http://x)`]]>");
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
