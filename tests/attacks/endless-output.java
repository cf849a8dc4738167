// why: fills the disk or the memory of who keeps it
// part: 2a
// status: timeout
// says: leastUnversioned(-3) did not return in time (8 s of processor time, 60 s in all). It printed more than 64
//     KB. Does it print in an endless loop?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == -3) {
            while (true) {
                System.out.println("again and again");
            }
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
