// why: takes all threads of the machine
// part: 2a
// status: fail
// says: Your code threw OutOfMemoryError: unable to create native thread… (line … of the cell).

class LeastQuorum implements QuorumSize {
    public int leastUnversioned(int n) {
        if (n == -3) {
            while (true) {
                new Thread(() -> {
                    try {
                        Thread.sleep(99_999);
                    } catch (InterruptedException e) {
                        // Then sleep less.
                    }
                }).start();
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
