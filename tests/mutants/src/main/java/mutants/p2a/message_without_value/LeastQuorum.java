// mutant of 2a
// why: the message says what is wrong but not which value it was
// loses: QuorumSizeExamples.fewerThanOneReplicaIsRefused
// loses: HiddenQuorumSizeExamples.anyNumberBelowOneIsRefused
package mutants.p2a.message_without_value;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1");
        }
        return 2 * n / 3 + 1;
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1");
        }
        return n / 2 + 1;
    }
}
