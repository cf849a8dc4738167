package ftol.failover;

/** What a replica believes to be. Two replicas may well believe the same, which is what part 1d is about. */
public enum Role {
    PRIMARY,
    SECONDARY
}
