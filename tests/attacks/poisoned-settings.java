// why: another language, time zone and properties for the tests
// part: 2a
// status: pass

class LeastQuorum implements QuorumSize {
    static {
        Locale.setDefault(new Locale("tr", "TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        System.setProperties(new Properties());
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.exit(1));
        Thread.currentThread().setContextClassLoader(null);
        Thread.currentThread().interrupt();
        System.setIn(null);
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
