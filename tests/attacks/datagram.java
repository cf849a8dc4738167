// why: sends the tests to a friend, without a connection; looking up names is this, too
// part: 2a
// status: fail
// says: Your code threw IllegalStateException: denied (line 15 of the cell).
// control: Your code threw IllegalStateException: sent (line 15 of the cell).

class LeastQuorum implements QuorumSize {
    private static String attempt() {
        try {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), @PORT@));
                return "sent";
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
