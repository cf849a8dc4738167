// mutant of 2a
// why: takes the number without its sign, in the message too; there is none for the least int
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.absolute_value;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + Math.abs(n));
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + Math.abs(n));
        }
        return n / 2 + 1;
    }
}
