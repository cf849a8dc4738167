// why: writes to address 0 past all checks of Java
// part: 2a
// status: crash
// says: leastUnversioned(1) ended the Java process (exit code 1). Never call System.exit.

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        try {
            var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            ((sun.misc.Unsafe) field.get(null)).putAddress(0, 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("denied");
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
