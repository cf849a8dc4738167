package ftol.grader.sandbox;

/**
 * What one child may use. All are positive; the constructor throws IllegalArgumentException otherwise.
 *
 * @param heapBytes the Java heap; a child that needs more exits with code 3
 * @param cpuSeconds processor time in the child's whole life: the last resort behind the caller's own deadline
 * @param outputFileBytes the longest file it may write, where it may write at all
 * @param openFiles files, jars and pipes open at a time, the JVM's own included (about 20)
 * @param threads threads at a time, the JVM's own included (about 15); exact where the grader runs as root, else
 *     bounded by the address space, at about one and a half times as many of usual stack size
 */
public record Limits(long heapBytes, int cpuSeconds, long outputFileBytes, int openFiles, int threads) {
    private static final long MB = 1 << 20;

    /** What a JVM reserves beside its heap and its threads' stacks: about 320 MB with the flags of {@link ChildJvm}. */
    private static final long JVM_BYTES = 512 * MB;

    static final long STACK_BYTES = MB;

    public Limits {
        if (heapBytes <= 0 || cpuSeconds <= 0 || outputFileBytes <= 0 || openFiles <= 0 || threads <= 0) {
            throw new IllegalArgumentException("Every limit must be positive.");
        }
    }

    /** For running a submission: 64 MB heap, 60 s of processor time, 1 MB files, 128 open files, 256 threads. */
    public static Limits standard() {
        return new Limits(64 * MB, 60, MB, 128, 256);
    }

    /** For compiling a submission: as the standard, with 256 MB heap, which javac and JShell need. */
    public static Limits compiler() {
        return new Limits(256 * MB, 120, MB, 256, 256);
    }

    long addressBytes() {
        return heapBytes + JVM_BYTES + threads * STACK_BYTES;
    }
}
