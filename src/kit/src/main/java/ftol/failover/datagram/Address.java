package ftol.failover.datagram;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/**
 * An address as plain data.
 *
 * @param host an IPv4 or IPv6 address in digits, as {@link InetAddress#getHostAddress} writes it; never a name, which would
 *     be looked up
 * @param port from 1 to 65535
 */
public record Address(String host, int port) {
    InetSocketAddress socketAddress() {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address in digits: " + host, e);
        }
    }

    static Address of(SocketAddress address) {
        InetSocketAddress inet = (InetSocketAddress) address;
        return new Address(inet.getAddress().getHostAddress(), inet.getPort());
    }
}
