// why: takes memory that is not counted as heap
// part: 2a
// status: crash
// says: leastUnversioned(1) used up its memory (64 MB of heap). Does something grow without end?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        var proxies = new ArrayList<Object>();
        while (n > 0) {
            proxies.add(java.lang.reflect.Proxy.newProxyInstance(
                    new URLClassLoader(new URL[0]), new Class<?>[] {java.sql.ResultSet.class}, (proxy, method, arguments) -> null));
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
