// mutant of 2a
// why: does not look at N before it counts
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.no_refusal;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        return n / 2 + 1;
    }
}
