package ftol.failover.datagram;

/** Ends a call that would otherwise wait or loop for ever. An Error, since student code may catch every exception. */
final class NeverEnds extends Error {
    NeverEnds(String why) {
        super(why);
    }
}
