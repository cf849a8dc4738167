package ftol.quorum.system;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes in a fixed order, so that a set of them is a set of bits. */
final class NodeOrder {
    /** As many nodes as a {@code long} has bits. */
    static final int MASK = 64;

    private final List<Node> nodes;
    private final Map<Node, Integer> places = new LinkedHashMap<>();

    NodeOrder(Collection<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.nodes.forEach(node -> places.put(node, places.size()));
    }

    int size() {
        return nodes.size();
    }

    Node node(int place) {
        return nodes.get(place);
    }

    int place(Node node) {
        return places.get(node);
    }

    Set<Node> set(BitSet places) {
        Set<Node> set = new LinkedHashSet<>();
        places.stream().forEach(place -> set.add(nodes.get(place)));
        return Collections.unmodifiableSet(set);
    }

    Set<Node> set(long mask) {
        return set(BitSet.valueOf(new long[] {mask}));
    }
}
