package ftol.grader.sandbox;

import java.util.Arrays;

/** How strongly student code is confined, strongest first; docs/sandbox.md says what each denies. */
public enum Tier {
    BUBBLEWRAP(1, "bubblewrap", "no network, no files, no new processes"),
    LANDLOCK(2, "Landlock and seccomp", "no network, no files, no new processes"),
    OTHER_USER(3, "another user", "only other users' private files and processes are out of reach"),
    PROCESS(4, "a process of its own", "nothing is out of reach");

    private final int number;
    private final String title;
    private final String promise;

    Tier(int number, String title, String promise) {
        this.number = number;
        this.title = title;
        this.promise = promise;
    }

    /** The tier with this number; throws IllegalArgumentException if there is none. */
    public static Tier of(int number) {
        return Arrays.stream(values())
                .filter(tier -> tier.number == number)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no sandbox tier " + number + "; tiers are 1 to 4."));
    }

    /** 1 (strongest) to 4. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** Whether student code cannot read anything of ours, so that hidden tests may run. */
    public boolean strong() {
        return this == BUBBLEWRAP || this == LANDLOCK;
    }

    String promise() {
        return promise;
    }
}
