package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Nothing of staff's is in what students clone: not in a file, not in a jar, not in the history. */
class StarterLeakIT {
    private static final String PLANTED = "// More than half of the read quorum: 2(2Q - N) > Q, so Q > 2N / 3.";

    @Test
    void releaseHoldsNothingOfStaffs() throws IOException {
        assertThat(leaksOf(Fixture.freshRelease())).isEmpty();
    }

    /** What was committed once and then removed is still there for whoever looks. */
    @Test
    void plantedLeaksAreFound() throws IOException {
        Path work = Fixture.temporary("work");
        Program.of("git", "clone", "--quiet", Fixture.freshRelease(), work)
                .run()
                .ok();
        Path source = Fixture.ROOT.resolve("src/reference/src/main/java/ftol/reference/LeastQuorum.java");
        String line = Files.readString(source)
                .lines()
                .filter(candidate -> candidate.strip().equals(PLANTED))
                .findFirst()
                .orElseThrow();
        Files.writeString(work.resolve("notes.txt"), "+    " + line + "\n");
        Files.writeString(work.resolve("cell.json"), "[\"int a;\\n" + line + "\\n\"]");
        byte[] hidden = Files.readAllBytes(Fixture.ROOT.resolve("tests/hidden/target/ftol-hidden-tests-1.jar"));
        Files.write(work.resolve("lib/a.jar"), zip("b.jar", hidden));
        Files.write(work.resolve("lib/c.jar"), zip("deep/readme", line.getBytes(StandardCharsets.UTF_8)));
        commit(work, "planted");
        Program.of("git", "rm", "--quiet", "notes.txt", "cell.json", "lib/a.jar", "lib/c.jar")
                .in(work)
                .run()
                .ok();
        commit(work, "removed again");

        List<String> found = leaksOf(work.resolve(".git"));
        String plain = PLANTED.replace(" ", "");
        assertThat(found)
                .anyMatch(leak -> leak.startsWith("notes.txt: " + plain))
                .anyMatch(leak -> leak.startsWith("cell.json: " + plain))
                .anyMatch(leak -> leak.startsWith("lib/c.jar!deep/readme: " + plain))
                .anyMatch(leak -> leak.endsWith("HiddenQuorumSizeExamples.class: ftol/tests/hidden/"))
                // A hidden test's title.
                .anyMatch(leak -> leak.endsWith("HiddenQuorumSizeExamples.class: "
                        + "any number of replicas below 1 is refused by both methods".replace(" ", "")));
        assertThat(found).allMatch(leak -> leak.matches("(?s)(notes\\.txt|cell\\.json|lib/[ac]\\.jar).*"));
    }

    /** Searches all objects of a repository. */
    private static List<String> leaksOf(Path repository) throws IOException {
        Path root = Fixture.ROOT;
        Leaks leaks = new Leaks(
                List.of(root.resolve("src/reference/src/main"), root.resolve("tests/hidden/src/main")),
                List.of(
                        root.resolve("src/kit/src/main"),
                        root.resolve("tests/public/src/main"),
                        root.resolve("notebooks"),
                        root.resolve("grader/starter")));
        assertThat(leaks.size()).isGreaterThan(100);
        List<String> found = new ArrayList<>();
        int blobs = 0;
        // The second word is a path that the object has had.
        for (String object :
                git(repository, "rev-list", "--all", "--objects").ok().lines().toList()) {
            String id = object.substring(0, 40);
            String name = object.substring(40).strip();
            if (git(repository, "cat-file", "-t", id).ok().equals("blob")) {
                found.addAll(
                        leaks.in(name, git(repository, "cat-file", "blob", id).bytes()));
                blobs++;
            } else {
                found.addAll(leaks.in(
                        "commit or tree " + id,
                        git(repository, "cat-file", "-p", id).bytes()));
            }
        }
        assertThat(blobs).isGreaterThan(40);
        return found;
    }

    private static Program.Ended git(Path repository, String... arguments) {
        List<Object> words = new ArrayList<>(List.of("git", "--git-dir=" + repository));
        words.addAll(List.of(arguments));
        return Program.of(words.toArray()).run();
    }

    private static void commit(Path work, String message) {
        Program.of("git", "add", "--all").in(work).run().ok();
        Program.of("git", "-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "-m", message)
                .in(work)
                .run()
                .ok();
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
