package ftol.tests;

import ftol.check.Counterexample;
import ftol.check.Submitted;
import ftol.picture.QuorumOverlap;
import ftol.quorum.ReadWriteSizes;
import ftol.quorum.Sizes;
import java.util.BitSet;
import java.util.Set;

/** Asks the student's class for the safe sizes, and shows two quorums if one does not belong there. */
public enum SizesCheck {
    UNVERSIONED("safeUnversioned", QuorumCheck.UNVERSIONED),
    VERSIONED("safeVersioned", QuorumCheck.VERSIONED);

    private final String method;
    private final QuorumCheck reader;

    SizesCheck(String method, QuorumCheck reader) {
        this.method = method;
        this.reader = reader;
    }

    /** What a new object of the student's class answers; fails if it holds what cannot be sizes. */
    public Set<Sizes> ask(int n) {
        return ask(Submitted.create(ReadWriteSizes.class), n);
    }

    /** What this object of the student's class answers; fails if it holds what cannot be sizes. */
    public Set<Sizes> ask(ReadWriteSizes submitted, int n) {
        Set<Sizes> answer;
        try {
            answer = call(submitted, n);
        } catch (IllegalArgumentException refused) {
            throw new AssertionError(method + "(" + n + ") threw an IllegalArgumentException, but there are systems of "
                    + replicas(n) + ": only a number less than 1 is to be refused.");
        }
        if (answer == null) {
            throw new AssertionError(method + "(" + n + ") returned null. Return a set.");
        }
        for (Sizes sizes : answer) {
            if (sizes == null) {
                throw new AssertionError(method + "(" + n + ") returned a set with null in it.");
            }
            if (Math.min(sizes.read(), sizes.write()) < 1 || Math.max(sizes.read(), sizes.write()) > n) {
                throw new AssertionError(
                        has(n, sizes) + " A quorum has at least 1 and at most all " + n + " replicas.");
            }
        }
        return answer;
    }

    /** Fails unless the student's answer for {@code n} has these sizes if they are safe, and else does not have them. */
    public void require(boolean safe, int n, Sizes sizes, Set<Sizes> answer) {
        if (answer.contains(sizes) == safe) {
            return;
        }
        if (safe) {
            throw failure(
                    method + "(" + n + ") does not have " + text(sizes) + ", but they are safe: a read quorum of "
                            + sizes.read() + " and a write quorum of " + sizes.write() + " always share at least "
                            + Replicas.shared(firstOf(sizes.write()), lastOf(sizes.read(), n)) + " of the "
                            + replicas(n)
                            + (this == VERSIONED
                                    ? ", and two write quorums share at least "
                                            + Replicas.shared(firstOf(sizes.write()), lastOf(sizes.write(), n))
                                    : ", which is more than half of the read quorum")
                            + ".",
                    n,
                    sizes);
        }
        BitSet write = firstOf(sizes.write());
        BitSet read = lastOf(sizes.read(), n);
        if (!reader.learns(write, read)) {
            throw failure(has(n, sizes) + " " + reader.missed(write, read, n), n, sizes);
        }
        throw new AssertionError(has(n, sizes) + " One write may reach " + Replicas.names(write, n)
                + " and the next one " + Replicas.names(lastOf(sizes.write(), n), n)
                + ": it finds no version of the first there, so that its own version is not higher.");
    }

    /** Fails unless this number of replicas is refused with an IllegalArgumentException that names it. */
    public void requireRefused(int n) {
        ReadWriteSizes submitted = Submitted.create(ReadWriteSizes.class);
        Refusal.require(method + "(" + n + ")", () -> call(submitted, n), "There is no system of " + replicas(n), n);
    }

    private Set<Sizes> call(ReadWriteSizes submitted, int n) {
        return this == UNVERSIONED ? submitted.safeUnversioned(n) : submitted.safeVersioned(n);
    }

    private String has(int n, Sizes sizes) {
        return method + "(" + n + ") has " + text(sizes) + ".";
    }

    private static AssertionError failure(String message, int n, Sizes sizes) {
        return new Counterexample(message, QuorumOverlap.ofSizes(n, sizes.read(), sizes.write()));
    }

    private static BitSet firstOf(int size) {
        return Replicas.range(0, size);
    }

    private static BitSet lastOf(int size, int n) {
        return Replicas.range(n - size, size);
    }

    private static String text(Sizes sizes) {
        return "R = " + sizes.read() + ", W = " + sizes.write();
    }

    private static String replicas(int n) {
        return n == 1 ? "1 replica" : n + " replicas";
    }
}
