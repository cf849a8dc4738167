package ftol.failover.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a node's process is told when it is started.
 *
 * @param mainClass the replica
 * @param initialisers see {@link ftol.submission.CompiledPart}
 * @param id 0 or 1
 * @param cluster a number that other clusters do not have
 * @param incarnation which start of all starts in the cluster this is, from 1
 * @param interval between heartbeats, in nanoseconds
 * @param timeout in nanoseconds
 * @param first whether this is the first start of the cluster
 * @param host where to listen, at ports that are free
 * @param folder the node's disk
 */
record Launch(
        String mainClass,
        List<String> initialisers,
        int id,
        long cluster,
        long incarnation,
        long interval,
        long timeout,
        boolean first,
        InetAddress host,
        Path folder) {

    /** The arguments of {@link NodeMain}. */
    List<String> arguments() {
        return List.of(
                mainClass,
                String.join(",", initialisers),
                String.valueOf(id),
                String.valueOf(cluster),
                String.valueOf(incarnation),
                String.valueOf(interval),
                String.valueOf(timeout),
                String.valueOf(first),
                host.getHostAddress(),
                folder.toString());
    }

    /** Throws IllegalArgumentException if these are no such arguments. */
    static Launch parse(String... arguments) throws UnknownHostException {
        if (arguments.length != 10) {
            throw new IllegalArgumentException(
                    "A node is started by ftol.failover.net.Cluster, with other arguments than "
                            + Arrays.toString(arguments));
        }
        return new Launch(
                arguments[0],
                arguments[1].isEmpty() ? List.of() : List.of(arguments[1].split(",")),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]),
                Long.parseLong(arguments[5]),
                Long.parseLong(arguments[6]),
                Boolean.parseBoolean(arguments[7]),
                InetAddress.getByName(arguments[8]),
                Path.of(arguments[9]));
    }

    int peer() {
        return 1 - id;
    }
}
