// why: writes its own result
// part: 2a
// status: fail
// says: Your code threw IllegalStateException: denied (line 12 of the cell).
// control: Your code threw IllegalStateException: wrote result.json (line 12 of the cell).

class LeastQuorum implements QuorumSize {
    private static String attempt() {
        try {
            return "wrote " + Files.writeString(Path.of("@OPEN@/result.json"), "{}").getFileName();
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
