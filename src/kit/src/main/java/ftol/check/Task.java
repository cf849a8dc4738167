package ftol.check;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The two tasks of the assignment: one notebook each. */
public enum Task {
    FAILOVER("1", "task1-failover.ipynb"),
    QUORUMS("2", "task2-quorums.ipynb");

    private final String id;
    private final String notebook;

    Task(String id, String notebook) {
        this.id = id;
        this.notebook = notebook;
    }

    /** The task with this id. Throws IllegalArgumentException, with the ids there are, if there is none. */
    public static Task of(String id) {
        return Arrays.stream(values())
                .filter(task -> task.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no task \"" + id + "\". The tasks are "
                        + Arrays.stream(values()).map(Task::id).collect(Collectors.joining(", ")) + "."));
    }

    /** What students call it: "1". The ids of its parts begin with it. */
    public String id() {
        return id;
    }

    /** The notebook's file name, in the folder {@code notebooks/} of a submission. */
    public String notebook() {
        return notebook;
    }
}
