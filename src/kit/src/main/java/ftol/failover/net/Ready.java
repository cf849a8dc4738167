package ftol.failover.net;

/** Something registered with a node's selector. */
interface Ready {
    /** Handles what the selector has found, without waiting. Returns 0 if nothing had arrived. */
    int ready();

    /** A client's connection is handled after those of the peer, whose messages may say that another is primary. */
    default boolean client() {
        return false;
    }
}
