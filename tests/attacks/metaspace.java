// why: takes memory that is not counted as heap
// part: 2a
// status: crash
// says: leastUnversioned(1) used up its memory (64 MB of heap). Does something grow without end?

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        var loaders = new ArrayList<Object>();
        try (var in = ClassLoader.getSystemResourceAsStream("sun/net/www/protocol/http/HttpURLConnection.class")) {
            byte[] large = in.readAllBytes();
            while (n > 0) {
                loaders.add(new Loader().take(large));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
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

    private static final class Loader extends ClassLoader {
        Class<?> take(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }
}
