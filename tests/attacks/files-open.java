// why: takes all open files
// part: 2a
// status: fail
// says: Your code threw FileNotFoundException: /dev/null (Too many open files) (line 11 of the cell).

class LeastQuorum implements QuorumSize {
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    public int leastUnversioned(int n) {
        var open = new ArrayList<FileInputStream>();
        while (n > 0) {
            try {
                open.add(new FileInputStream("/dev/null"));
            } catch (IOException e) {
                throw LeastQuorum.<RuntimeException>asItIs(e);
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
