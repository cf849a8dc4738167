// mutant of 2a
// why: refuses negative numbers only
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.zero_allowed;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return n / 2 + 1;
    }
}
