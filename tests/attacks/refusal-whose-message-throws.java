// why: an expected exception that cannot be described
// part: 2a
// status: fail
// says: leastUnversioned(…) threw an IllegalArgumentException without a message. …

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        return 2 * checked(n) / 3 + 1;
    }

    public int leastVersioned(int n) {
        return checked(n) / 2 + 1;
    }

    private static int checked(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("") {
                @Override
                public String getMessage() {
                    throw this;
                }
            };
        }
        return n;
    }
}
