package ftol.check;

import ftol.failover.FailureDetector;
import ftol.failover.Heartbeats;
import ftol.failover.Node;
import ftol.failover.datagram.HeartbeatSessions;
import ftol.failover.datagram.HostedHeartbeats;
import ftol.failover.sim.Handlers;
import ftol.failover.sim.HostedNode;
import ftol.quorum.ByzantineSize;
import ftol.quorum.CrashTolerance;
import ftol.quorum.GridQuorums;
import ftol.quorum.QuorumBreaker;
import ftol.quorum.QuorumSize;
import ftol.quorum.ReadWriteSizes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The graded parts of the assignment. One part is one contract, implemented by one class in one notebook cell. */
public enum Part {
    DETECTOR("1a", "Failure detector", 15, FailureDetector.class, "TimeoutDetector"),
    HEARTBEATS(
            "1b",
            "Heartbeats on sockets",
            15,
            "SocketHeartbeats",
            new Host<>(Heartbeats.class, HeartbeatSessions.class, HostedHeartbeats::new)),
    REPLICA("1c", "Take-over", 30, "AsyncReplica", new Host<>(Node.class, Handlers.class, HostedNode::new)),
    SPLIT_BRAIN("1d", "Split brain", 20, "SyncReplica", new Host<>(Node.class, Handlers.class, HostedNode::new)),
    QUORUM_SIZE("2a", "Least quorum size", 10, QuorumSize.class, "LeastQuorum"),
    CRASHES("2b", "Crash tolerance", 10, CrashTolerance.class, "AliveQuorum"),
    READ_WRITE("2c", "Read and write sizes", 10, ReadWriteSizes.class, "SafeSizes"),
    GRID("2d", "Grid quorums", 15, GridQuorums.class, "LectureGrid"),
    BYZANTINE("2e", "Byzantine faults", 15, ByzantineSize.class, "ByzantineQuorum"),
    BREAK_IT("2f", "Break it", 15, QuorumBreaker.class, "BreakIt");

    private final String id;
    private final String title;
    private final int points;
    private final Class<?> contract;
    private final String className;
    // The function in it is a constructor.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Host<?, ?> host;

    /**
     * What tests talk to where a contract's own methods cannot be called from another process, since they are handed a
     * socket or call back.
     *
     * @param tested what tests call; its methods' types are plain data
     * @param around makes one around a student's object, in the student's process
     */
    private record Host<C, T>(Class<C> contract, Class<T> tested, Function<? super C, ? extends T> around) {
        /** Tests call the contract itself. */
        static <C> Host<C, C> none(Class<C> contract) {
            return new Host<>(contract, contract, object -> object);
        }

        Object host(Object object) {
            return around.apply(contract.cast(object));
        }
    }

    Part(String id, String title, int points, Class<?> contract, String className) {
        this(id, title, points, className, Host.none(contract));
    }

    Part(String id, String title, int points, String className, Host<?, ?> host) {
        this.id = id;
        this.title = title;
        this.points = points;
        this.contract = host.contract();
        this.className = className;
        this.host = host;
    }

    /** The part with this id. Throws IllegalArgumentException, with the ids there are, if there is none. */
    public static Part of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part \"" + id + "\". The parts are "
                        + Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", ")) + "."));
    }

    /** The parts whose cells are in this notebook, in order. */
    public static List<Part> in(Task task) {
        return Arrays.stream(values()).filter(part -> part.task() == task).toList();
    }

    /** What students call it: "1a". */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** All points there are for the part, public and hidden tests together. */
    public int points() {
        return points;
    }

    /** The interface the student's class implements. */
    public Class<?> contract() {
        return contract;
    }

    /** The interface that tests ask {@link Submitted} for: the contract, or what is made {@linkplain #host around} it. */
    public Class<?> tested() {
        return host.tested();
    }

    /** Whether tests describe the calls of the contract, which are made next to the student's object. */
    boolean isHosted() {
        return host.tested() != contract;
    }

    /** What tests call for this object of the student's class, an instance of {@link #tested}. */
    Object host(Object object) {
        return host.host(object);
    }

    /** The name of the class in the student's cell. */
    public String className() {
        return className;
    }

    /** The id of the notebook cell that holds the class: "t1a-stub". */
    public String cellId() {
        return "t" + id + "-stub";
    }

    public Task task() {
        return Task.of(id.substring(0, 1));
    }
}
