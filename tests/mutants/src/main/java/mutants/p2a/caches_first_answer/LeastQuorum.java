// mutant of 2a
// why: keeps an answer, and forgets that it was for another N
// loses: HiddenQuorumSizeProperties.nothingIsRemembered
package mutants.p2a.caches_first_answer;

import ftol.quorum.QuorumSize;

public final class LeastQuorum implements QuorumSize {
    private int unversioned;
    private int versioned;

    @Override
    public int leastUnversioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (unversioned == 0) {
            unversioned = 2 * n / 3 + 1;
        }
        return Math.min(unversioned, n);
    }

    @Override
    public int leastVersioned(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, was " + n);
        }
        if (versioned == 0) {
            versioned = n / 2 + 1;
        }
        return Math.min(versioned, n);
    }
}
