// mutant of 2a
// why: checks the argument in one of the two methods only
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.refuses_in_one_method;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        return n / 2 + 1;
    }
}
