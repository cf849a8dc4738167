package ftol.quorum.system;

import java.util.Set;
import java.util.stream.Collectors;

/** A read quorum and a write quorum that have no node in common: a read can miss the last write. */
public record Disjoint(Set<Node> read, Set<Node> write) {
    @Override
    public String toString() {
        return "read quorum " + braces(read) + " and write quorum " + braces(write) + " share no node";
    }

    private static String braces(Set<Node> nodes) {
        return nodes.stream().map(Node::name).collect(Collectors.joining(", ", "{", "}"));
    }
}
