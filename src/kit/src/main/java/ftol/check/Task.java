package ftol.check;

/** The two tasks of the assignment: one notebook each. */
public enum Task {
    FAILOVER("task1-failover.ipynb"),
    QUORUMS("task2-quorums.ipynb");

    private final String notebook;

    Task(String notebook) {
        this.notebook = notebook;
    }

    /** The notebook's file name, in the folder {@code notebooks/} of a submission. */
    public String notebook() {
        return notebook;
    }
}
