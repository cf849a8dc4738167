package ftol.failover.datagram;

/**
 * A datagram on its way, as plain data.
 *
 * @param at when it arrives, or was sent; in nanoseconds since the session began
 * @param address where it comes from, or goes to
 * @param hex its bytes, two hexadecimal digits each
 */
public record Datagram(long at, Address address, String hex) {}
