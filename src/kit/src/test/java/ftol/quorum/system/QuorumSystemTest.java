package ftol.quorum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QuorumSystemTest {
    private static final List<Node> N = Expr.nodes(6);
    private static final Node A = N.get(0);
    private static final Node B = N.get(1);
    private static final Node C = N.get(2);
    private static final Node D = N.get(3);

    @Test
    void expressionsReadAsTheyAreWritten() {
        assertThat(A.times(B).times(C).plus(D)).hasToString("((A * B * C) + D)");
        assertThat(Expr.choose(2, A, B, C)).hasToString("choose(2, A, B, C)");
        assertThat(Expr.weighted(3, List.of(2L, 1L, 1L), List.of(A, B, C))).hasToString("weighted(3, 2 A, 1 B, 1 C)");
        assertThat(A.times(B).plus(C.times(D)).dual()).isEqualTo(A.plus(B).times(C.plus(D)));
        assertThat(Expr.nodes("A", "B")).isEqualTo(Expr.nodes(2));
        assertThat(Expr.nodes(27).get(26)).hasToString("N27");
    }

    @Test
    void theLecturesGridHasFiveReadings() {
        Map<String, QuorumSystem> readings = new Grid(3, 4).readings();

        assertThat(readings).hasSize(5);
        assertThat(new Grid(3, 4).row().minimalQuorums().get(0))
                .extracting(Node::name)
                .containsExactly("A", "B", "C", "D");
        assertThat(new Grid(3, 4).column().minimalQuorums().get(0))
                .extracting(Node::name)
                .containsExactly("A", "E", "I");
    }

    @Test
    void aChangedProofIsNoProof() {
        Certificate proof =
                new Grid(2, 3).readings().get("read=row,write=column").optimal(BigFraction.ONE_HALF);
        BigFraction third = new BigFraction(1, 3);

        assertThat(proof.check()).isTrue();
        assertThat(with(proof, proof.load().add(third), proof.strategy(), proof.prices())
                        .check())
                .as("a higher load")
                .isFalse();
        assertThat(with(proof, proof.load().subtract(third), proof.strategy(), proof.prices())
                        .check())
                .as("a lower load")
                .isFalse();
        Strategy noQuorum = new Strategy(
                Map.of(Set.of(A), BigFraction.ONE), proof.strategy().writes());
        assertThat(with(proof, proof.load(), noQuorum, proof.prices()).check())
                .as("a read of one node")
                .isFalse();
        Strategy tooLittle = new Strategy(Map.of(), proof.strategy().writes());
        assertThat(with(proof, proof.load(), tooLittle, proof.prices()).check())
                .as("no reads")
                .isFalse();
        Map<Node, BigFraction> onlyA = new HashMap<>(proof.prices());
        onlyA.replaceAll((node, price) -> node.equals(A) ? BigFraction.ONE : BigFraction.ZERO);
        assertThat(with(proof, proof.load(), proof.strategy(), onlyA).check())
                .as("other prices")
                .isFalse();
        Map<Node, BigFraction> doubled = new HashMap<>(proof.prices());
        doubled.replaceAll((node, price) -> price.multiply(2));
        assertThat(with(proof, proof.load(), proof.strategy(), doubled).check())
                .as("prices that add up to 2")
                .isFalse();
    }

    @Test
    void largeSystemsThatNeedNoList() {
        QuorumSystem majority = Families.majority(101);
        assertThat(majority.load(BigFraction.ONE_HALF)).isEqualTo(new BigFraction(51, 101));
        assertThat(majority.optimal(BigFraction.ONE_HALF).check()).isTrue();
        assertThat(majority.optimal(BigFraction.ONE_HALF).load()).isEqualTo(new BigFraction(51, 101));
        assertThat(majority.resilience()).isEqualTo(50);
        assertThat(majority.minIntersection()).isEqualTo(1);
        assertThat(majority.nonDominated()).isTrue();
        assertThat(majority.reads().countMinimalQuorums().bitLength()).isEqualTo(98);

        QuorumSystem grid = QuorumSystem.ofReads(new Grid(10, 10).row());
        assertThat(grid.load(BigFraction.ONE_HALF)).isEqualTo(new BigFraction(1, 10));
        assertThat(grid.writes().countMinimalQuorums()).isEqualTo("10000000000");
        assertThat(grid.writes().resilience()).isEqualTo(9);
    }

    @Test
    void votesThatAreNotNeededDoNotCount() {
        QuorumSystem system = Families.weighted(4, 4, 3, 2, 2, 0);
        assertThat(system.reads().minimalQuorums()).containsExactly(Set.of(A, B), Set.of(A, C), Set.of(B, C));
        assertThat(system.nodes()).contains(D);
        assertThat(system.load(BigFraction.ONE)).isEqualTo(new BigFraction(2, 3));
    }

    @Test
    void readFractionsThatHardlyDifferFromATieAreProvedToo() {
        QuorumSystem system = QuorumSystem.ofReads(
                Expr.weighted(11, List.of(1L, 5L, 5L, 6L, 1L), List.of(D, N.get(4), C, B, N.get(5))));

        assertThat(system.optimal(new BigFraction(1, 1_000_000)).check()).isTrue();
        assertThat(system.optimal(new BigFraction(0.1)).check()).isTrue();
        BigFraction almostOne = BigFraction.ONE.subtract(new BigFraction(BigInteger.ONE, BigInteger.TEN.pow(400)));
        assertThat(system.optimal(almostOne).check()).isTrue();
        assertThat(system.optimal(BigFraction.ONE.subtract(almostOne)).check()).isTrue();
        assertThat(new Grid(3, 4).readings().values())
                .allMatch(reading -> reading.optimal(new BigFraction(0.1)).check());
    }

    @Test
    void whatDoesNotIntersectIsNamed() {
        assertThatThrownBy(() -> Families.threshold(2, 2, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a quorum system: read quorum {A, B} and write quorum {C, D} share no node");
        assertThatThrownBy(() -> new QuorumSystem(A.times(B).plus(C.times(D)), A.plus(B)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a quorum system: read quorum {C, D} and write quorum {B} share no node");
        assertThatThrownBy(() -> Families.weighted(2, 2, 1, 1, 1, 1, 0)).hasMessageContaining("share no node");
        assertThat(QuorumSystem.disjoint(A, B)).contains(new Disjoint(Set.of(A), Set.of(B)));
    }

    @Test
    void badNumbersAreNamed() {
        refused(() -> Families.majority(0), "the number of nodes is 0, but must be at least 1");
        refused(() -> Families.majority(-3), "the number of nodes is -3, but must be at least 1");
        refused(() -> Families.threshold(0, 3), "the quota is 0, but must be from 1 to 3, the number of votes");
        refused(() -> Expr.choose(4, A, B, C), "the quota is 4, but must be from 1 to 3, the number of votes");
        refused(() -> Expr.choose(1, List.of()), "0 numbers of votes for 0 members");
        refused(() -> Expr.weighted(1, List.of(1L), List.of(A, B)), "1 numbers of votes for 2 members");
        refused(() -> Families.weighted(1, 1, 2, -1), "a member has -1 votes, but none can have less than 0");
        refused(
                () -> Families.weighted(1, 1, Long.MAX_VALUE, 1),
                "the votes [9223372036854775807, 1] add up to more than 9223372036854775807");
        refused(() -> new Grid(0, 3), "a grid needs at least 1 row and 1 column, not 0 rows and 3 columns");
        refused(() -> new Grid(100_000, 100_000), "a grid of 100000 rows and 100000 columns has more than 10000 nodes");
        refused(() -> new Node(" "), "a node needs a name");
        refused(
                () -> Families.majority(3).load(new BigFraction(3, 2)),
                "the read fraction is 3 / 2, but must be from 0 to 1");
        refused(
                () -> Families.majority(3).reads().failureProfile().probability(-0.5),
                "p is -1 / 2, but must be from 0 to 1");
    }

    @Test
    void whatIsTooLargeIsNamed() {
        refused(
                () -> Expr.majority(Expr.nodes(65)).minimalQuorums(),
                "quorums are listed for up to 64 nodes, not for 65");
        assertThatThrownBy(() -> Expr.majority(Expr.nodes(63)).minimalQuorums())
                .hasMessageStartingWith("more than 5000000 quorums to list in choose(32, A, B");
        Grid grid = new Grid(6, 6);
        refused(
                () -> grid.columnAndOnePerColumn().reads().failureProfile(),
                "a failure profile goes through all sets of nodes where some occur twice: for up to 28 nodes, not for 36");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static Certificate with(
            Certificate proof, BigFraction load, Strategy strategy, Map<Node, BigFraction> prices) {
        return new Certificate(proof.system(), proof.readFraction(), load, strategy, prices);
    }
}
