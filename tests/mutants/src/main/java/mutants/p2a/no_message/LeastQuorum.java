// mutant of 2a
// why: throws the right exception with no message at all
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.no_message;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException();
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException();
        }
        return n / 2 + 1;
    }
}
