package ftol.failover.net;

/** Bytes that arrived and are not to be handled. */
final class Rejected extends Exception {
    /** Why. They are counted by this. */
    enum Reason {
        /** Too short or too long to be a frame, or the length was changed on its way. */
        LENGTH,
        /** No frame of ours. */
        MAGIC,
        /** From another cluster. */
        CLUSTER,
        /** Changed on its way. */
        CHECKSUM,
        /** A frame that no sender of ours makes. */
        CONTENT,
        /** From an earlier start of the peer than the one known. */
        EARLIER,
        /** Meant for an earlier start of this node. */
        NOT_FOR_ME
    }

    private final Reason reason;

    Rejected(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
