package ftol.quorum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.fraction.BigFraction;

/** Random expressions over up to 6 nodes, which may occur several times, held against all 2^n sets of nodes. */
class ExprPropertiesTest {

    @Property(tries = 300, seed = "11", edgeCases = EdgeCasesMode.NONE)
    void minimalQuorumsAreTheMinimalTrueSets(@ForAll("expressions") Expr expr) {
        List<Set<Node>> minimal = subsets(expr.nodes()).stream()
                .filter(set -> expr.holds(set) && set.stream().noneMatch(node -> expr.holds(without(set, node))))
                .toList();

        assertThat(expr.minimalQuorums()).containsExactlyInAnyOrderElementsOf(minimal);
        assertThat(expr.countMinimalQuorums()).isEqualTo(minimal.size());
        assertThat(expr.minQuorumSize())
                .isEqualTo(minimal.stream().mapToInt(Set::size).min().orElseThrow())
                .isEqualTo(expr.minimalQuorums().get(0).size());
    }

    @Property(tries = 300, seed = "12", edgeCases = EdgeCasesMode.NONE)
    void theDualHoldsWhereTheRestHoldsNoQuorum(@ForAll("expressions") Expr expr) {
        Expr dual = expr.dual();
        Expr back = dual.dual();
        for (Set<Node> set : subsets(expr.nodes())) {
            Set<Node> rest = new HashSet<>(expr.nodes());
            rest.removeAll(set);
            assertThat(dual.holds(set)).isEqualTo(!expr.holds(rest));
            assertThat(back.holds(set)).isEqualTo(expr.holds(set));
        }
        assertThat(QuorumSystem.ofReads(expr).nonDominated()).isTrue();
    }

    @Property(tries = 300, seed = "13", edgeCases = EdgeCasesMode.NONE)
    void profileCountsTheSetsWhoseFailureLeavesNoQuorum(@ForAll("expressions") Expr expr) {
        int n = expr.nodes().size();
        int[] blocking = new int[n + 1];
        for (Set<Node> alive : subsets(expr.nodes())) {
            blocking[n - alive.size()] += expr.holds(alive) ? 0 : 1;
        }

        assertThat(expr.failureProfile().blocking().stream().mapToInt(count -> count.intValueExact()))
                .containsExactly(IntStream.of(blocking).boxed().toArray(Integer[]::new));
        assertThat(expr.failureProfile().minTransversal())
                .isEqualTo(expr.minTransversal())
                .isEqualTo(expr.resilience() + 1);
    }

    @Property(tries = 100, seed = "14", edgeCases = EdgeCasesMode.NONE)
    void failureProbabilityRisesWithP(@ForAll("expressions") Expr expr, @ForAll @IntRange(max = 99) int percent) {
        FailureProfile profile = expr.failureProfile();
        BigFraction lower = profile.probability(new BigFraction(percent, 100));
        BigFraction higher = profile.probability(new BigFraction(percent + 1, 100));

        assertThat(higher).isGreaterThan(lower);
        assertThat(profile.probability(BigFraction.ZERO)).isEqualTo(BigFraction.ZERO);
        assertThat(profile.probability(BigFraction.ONE)).isEqualTo(BigFraction.ONE);
    }

    @Property(tries = 200, seed = "15", edgeCases = EdgeCasesMode.NONE)
    void leastPriceIsTheOneOfACheapestMinimalQuorum(
            @ForAll("expressions") Expr expr, @ForAll @Size(6) List<@IntRange(max = 5) Integer> prices) {
        Map<Node, BigFraction> ofNodes = new HashMap<>();
        expr.nodes().forEach(node -> ofNodes.put(node, new BigFraction(prices.get(ofNodes.size()), 7)));
        BigFraction least = expr.minimalQuorums().stream()
                .map(quorum -> quorum.stream().map(ofNodes::get).reduce(BigFraction.ZERO, BigFraction::add))
                .min(BigFraction::compareTo)
                .orElseThrow();

        assertThat(expr.leastPrice(ofNodes)).isEqualTo(least);
    }

    @Property(tries = 200, seed = "16", edgeCases = EdgeCasesMode.NONE)
    void aPairIsNamedExactlyIfSomeQuorumsMissEachOther(
            @ForAll("expressions") Expr reads, @ForAll("expressions") Expr writes) {
        int fewest = reads.minimalQuorums().stream()
                .flatMapToInt(read -> writes.minimalQuorums().stream().mapToInt(write -> shared(read, write)))
                .min()
                .orElseThrow();

        assertThat(new Meeting(reads, writes).fewest()).isEqualTo(fewest);
        assertThat(QuorumSystem.disjoint(reads, writes).isPresent()).isEqualTo(fewest == 0);
        QuorumSystem.disjoint(reads, writes).ifPresent(pair -> {
            assertThat(reads.minimalQuorums()).contains(pair.read());
            assertThat(writes.minimalQuorums()).contains(pair.write());
            assertThat(shared(pair.read(), pair.write())).isZero();
        });
    }

    @Property(tries = 200, seed = "17", edgeCases = EdgeCasesMode.NONE)
    void loadIsProvedAndAtLeastItsBound(@ForAll("expressions") Expr reads, @ForAll @IntRange(max = 4) int quarters) {
        QuorumSystem system = QuorumSystem.ofReads(reads);
        Certificate certificate = system.optimal(new BigFraction(quarters, 4));

        assertThat(certificate.check()).isTrue();
        assertThat(system.capacity(new BigFraction(quarters, 4)).multiply(certificate.load()))
                .isEqualTo(BigFraction.ONE);
        // The busiest node is at least as busy as the average one (Naor and Wool 1998, Proposition 4.1).
        BigFraction average = new BigFraction(quarters, 4)
                .multiply(reads.minQuorumSize())
                .add(new BigFraction(4 - quarters, 4).multiply(reads.dual().minQuorumSize()))
                .divide(reads.nodes().size());
        assertThat(certificate.load()).isGreaterThanOrEqualTo(average);
    }

    @Property(tries = 200, seed = "19", edgeCases = EdgeCasesMode.NONE)
    void loadIsProvedAtAnyReadFraction(
            @ForAll("expressions") Expr writes, @ForAll @DoubleRange(max = 1) double readFraction) {
        assertThat(QuorumSystem.ofWrites(writes)
                        .optimal(new BigFraction(readFraction))
                        .check())
                .isTrue();
    }

    @Property(tries = 200, seed = "18", edgeCases = EdgeCasesMode.NONE)
    void loadOfACoterieIsAtLeastNaorAndWoolsBound(@ForAll("expressions") Expr expr) {
        // Of two sets that hold both, the one has a quorum and the other meets every quorum.
        Expr both = expr.times(expr.dual());
        Certificate certificate = QuorumSystem.of(both).optimal(BigFraction.ONE_HALF);
        int c = both.minQuorumSize();
        int n = both.nodes().size();

        assertThat(certificate.check()).isTrue();
        assertThat(certificate.load())
                .isGreaterThanOrEqualTo(new BigFraction(1, c))
                .isGreaterThanOrEqualTo(new BigFraction(c, n));
    }

    /** Up to three levels of "and", "or", "k of m" and weighted votes. */
    @Provide
    Arbitrary<Expr> expressions() {
        Arbitrary<Expr> nodes = Arbitraries.of(Expr.nodes(6)).map(node -> node);
        Arbitrary<Expr> small = Arbitraries.frequencyOf(Tuple.of(1, nodes), Tuple.of(2, votes(nodes)));
        return votes(small);
    }

    private static Arbitrary<Expr> votes(Arbitrary<Expr> members) {
        return Combinators.combine(
                        members.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.longs().between(0, 3).list().ofSize(4),
                        Arbitraries.integers().between(1, 12))
                .as((of, votes, quota) -> {
                    List<Long> some = new ArrayList<>(votes.subList(0, of.size()));
                    some.set(0, some.get(0) + 1);
                    long sum = some.stream().mapToLong(Long::longValue).sum();
                    return Expr.weighted(1 + quota % sum, some, of);
                });
    }

    private static List<Set<Node>> subsets(Set<Node> nodes) {
        List<Node> list = List.copyOf(nodes);
        return IntStream.range(0, 1 << list.size())
                .mapToObj(mask -> {
                    Set<Node> set = new HashSet<>();
                    IntStream.range(0, list.size())
                            .filter(i -> ((mask >> i) & 1) == 1)
                            .forEach(i -> set.add(list.get(i)));
                    return set;
                })
                .toList();
    }

    private static Set<Node> without(Set<Node> set, Node node) {
        Set<Node> less = new HashSet<>(set);
        less.remove(node);
        return less;
    }

    private static int shared(Set<Node> a, Set<Node> b) {
        return (int) a.stream().filter(b::contains).count();
    }
}
