// why: an object that was never made
// part: 2a
// status: fail
// says: leastUnversioned(1) returned 0. A quorum has at least 1 replica.

class LeastQuorum implements QuorumSize {
    LeastQuorum() {
        try {
            new FileOutputStream(FileDescriptor.out).write(new byte[] {0, 0, 0, 5, 0, 9, 9, 9, 9});
        } catch (IOException e) {
            // Then not.
        }
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
