package ftol.failover;

/** Which role a replica believes it has. Two replicas may well believe the same, which is what part 1d is about. */
public enum Role {
    PRIMARY,
    SECONDARY
}
