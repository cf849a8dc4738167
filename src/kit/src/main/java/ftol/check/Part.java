package ftol.check;

import ftol.failover.FailureDetector;
import ftol.quorum.QuorumSize;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The graded parts of the assignment. One part is one contract, implemented by one class in one notebook cell. */
public enum Part {
    DETECTOR("1a", "Failure detector", 15, FailureDetector.class, "TimeoutDetector"),
    QUORUM_SIZE("2a", "Least quorum size", 10, QuorumSize.class, "LeastQuorum");

    private final String id;
    private final String title;
    private final int points;
    private final Class<?> contract;
    private final String className;

    Part(String id, String title, int points, Class<?> contract, String className) {
        this.id = id;
        this.title = title;
        this.points = points;
        this.contract = contract;
        this.className = className;
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

    /** The name of the class in the student's cell. */
    public String className() {
        return className;
    }

    /** The id of the notebook cell that holds the class: "t1a-stub". */
    public String cellId() {
        return "t" + id + "-stub";
    }

    public Task task() {
        return id.charAt(0) == '1' ? Task.FAILOVER : Task.QUORUMS;
    }
}
