package ftol.quorum.system;

import java.util.Set;

/**
 * One replica, by its name. As an expression it stands for "this replica takes part".
 *
 * @param name not empty; two nodes of the same name are the same node
 */
public record Node(String name) implements Expr {
    public Node {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
    }

    @Override
    public Set<Node> nodes() {
        return Set.of(this);
    }

    @Override
    public boolean holds(Set<Node> alive) {
        return alive.contains(this);
    }

    @Override
    public Expr dual() {
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
