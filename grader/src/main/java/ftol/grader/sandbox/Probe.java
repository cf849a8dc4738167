package ftol.grader.sandbox;

/** What the self-test tries to do. The weakest tier that must deny it stands beside each. */
enum Probe {
    OWN_ENVIRONMENT("see the grader's environment variables", Tier.PROCESS),
    READ_PRIVATE_FILE("read a private file of the grader", Tier.OTHER_USER),
    READ_ENVIRONMENT("read the grader's environment in /proc", Tier.OTHER_USER),
    SIGNAL("kill a process of the grader's user", Tier.OTHER_USER),
    READ_PUBLIC_FILE("read a file that is open to all", Tier.LANDLOCK),
    LIST_FOLDER("list a folder that is open to all", Tier.LANDLOCK),
    WRITE_FILE("write into a folder that is open to all", Tier.LANDLOCK),
    START_PROCESS("start a process", Tier.LANDLOCK),
    CONNECT("connect to a server on this machine", Tier.LANDLOCK),
    SEND_DATAGRAM("send a datagram", Tier.LANDLOCK);

    private final String title;
    private final Tier weakest;

    Probe(String title, Tier weakest) {
        this.title = title;
        this.weakest = weakest;
    }

    String title() {
        return title;
    }

    boolean deniedBy(Tier tier) {
        return tier.number() <= weakest.number();
    }
}
