package ftol.quorum.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Members vote, and the expression holds if those that hold have {@code quota} votes together. "And", "or" and "k of m"
 * are votes with one vote each, so this is the only kind of inner node.
 *
 * @param quota from 1 to the sum of the votes
 * @param votes of each member; 0 or more
 * @param members at least one; they may share nodes
 */
public record Vote(long quota, List<Long> votes, List<Expr> members) implements Expr {
    public Vote {
        votes = List.copyOf(votes);
        members = List.copyOf(members);
        if (members.isEmpty() || votes.size() != members.size()) {
            throw new IllegalArgumentException(votes.size() + " numbers of votes for " + members.size() + " members");
        }
        long sum = sum(votes);
        if (quota < 1 || quota > sum) {
            throw new IllegalArgumentException(
                    "the quota is " + quota + ", but must be from 1 to " + sum + ", the number of votes");
        }
    }

    static Expr all(List<? extends Expr> members) {
        List<Expr> flat = flat(members, Vote::isAll);
        return Expr.choose(flat.size(), flat);
    }

    static Expr any(List<? extends Expr> members) {
        return Expr.choose(1, flat(members, Vote::isAny));
    }

    @Override
    public Set<Node> nodes() {
        Set<Node> nodes = new LinkedHashSet<>();
        members.forEach(member -> nodes.addAll(member.nodes()));
        return Collections.unmodifiableSet(nodes);
    }

    @Override
    public boolean holds(Set<Node> alive) {
        long missing = quota;
        for (int i = 0; i < members.size() && missing > 0; i++) {
            if (members.get(i).holds(alive)) {
                missing -= votes.get(i);
            }
        }
        return missing <= 0;
    }

    @Override
    public Expr dual() {
        return new Vote(
                sum(votes) - quota + 1, votes, members.stream().map(Expr::dual).toList());
    }

    /** The members' places, those with most votes first. */
    int[] byVotes() {
        return IntStream.range(0, members.size())
                .boxed()
                .sorted((i, j) -> Long.compare(votes.get(j), votes.get(i)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** True if it is an "or": each member that has votes at all has enough. */
    boolean anyOneIsEnough() {
        return votes.stream().allMatch(vote -> vote == 0 || vote >= quota);
    }

    /** True if no node occurs in two members. */
    boolean disjoint() {
        return members.stream().mapToInt(member -> member.nodes().size()).sum() == nodes().size();
    }

    /** If it is any so many of its nodes, how many, else 0. */
    static int ofEqualNodes(Expr expr) {
        return expr instanceof Vote vote ? vote.ofEqualNodes() : 1;
    }

    private int ofEqualNodes() {
        boolean equal = votes.stream().allMatch(votes.get(0)::equals)
                && members.stream().allMatch(Node.class::isInstance)
                && disjoint();
        return equal ? Math.toIntExact((quota - 1) / votes.get(0) + 1) : 0;
    }

    @Override
    public String toString() {
        if (isAll() || isAny()) {
            return members.stream().map(Expr::toString).collect(Collectors.joining(isAll() ? " * " : " + ", "(", ")"));
        }
        return IntStream.range(0, votes.size())
                .mapToObj(i -> (equalVotes() ? "" : votes.get(i) + " ") + members.get(i))
                .collect(Collectors.joining(", ", (equalVotes() ? "choose(" : "weighted(") + quota + ", ", ")"));
    }

    private boolean equalVotes() {
        return votes.stream().allMatch(vote -> vote == 1);
    }

    private boolean isAll() {
        return equalVotes() && quota == votes.size();
    }

    private boolean isAny() {
        return equalVotes() && quota == 1;
    }

    private static List<Expr> flat(List<? extends Expr> members, Predicate<Vote> alike) {
        List<Expr> flat = new ArrayList<>();
        for (Expr member : members) {
            if (member instanceof Vote vote && alike.test(vote)) {
                flat.addAll(vote.members);
            } else {
                flat.add(member);
            }
        }
        return flat;
    }

    private static long sum(List<Long> votes) {
        long sum = 0;
        for (long vote : votes) {
            if (vote < 0) {
                throw new IllegalArgumentException("a member has " + vote + " votes, but none can have less than 0");
            }
            try {
                sum = Math.addExact(sum, vote);
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("the votes " + votes + " add up to more than " + Long.MAX_VALUE, e);
            }
        }
        return sum;
    }
}
