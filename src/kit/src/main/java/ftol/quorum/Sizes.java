package ftol.quorum;

/**
 * How many replicas a read asks and how many a write reaches.
 *
 * @param read the size R of each read quorum
 * @param write the size W of each write quorum
 */
public record Sizes(int read, int write) {
    /** Throws IllegalArgumentException if a size is negative. */
    public Sizes {
        if (Math.min(read, write) < 0) {
            throw new IllegalArgumentException(
                    "A quorum cannot have a negative size: new Sizes(" + read + ", " + write + ").");
        }
    }
}
