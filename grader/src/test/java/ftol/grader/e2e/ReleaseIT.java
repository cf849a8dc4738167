package ftol.grader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseIT {
    @Test
    void sameInputMakesTheSameCommitForAnyone() throws IOException {
        Path home = Files.createDirectories(Fixture.temporary("home"));
        Files.writeString(
                home.resolve(".gitconfig"),
                """
                [core]
                    autocrlf = true
                    fileMode = false
                    quotePath = true
                [user]
                    name = Somebody Else
                    email = else@localhost
                [init]
                    defaultBranch = other
                [commit]
                    gpgSign = true
                """);
        Path repository = Fixture.temporary("ftol.git");
        Fixture.notBuilding(Program.of(
                                "sh",
                                "-c",
                                "umask 077; exec \"$@\"",
                                "sh",
                                Fixture.GRADE,
                                "release",
                                "--out",
                                repository)
                        .with("HOME", home)
                        .with("XDG_CONFIG_HOME", home)
                        .with("TZ", "Asia/Kathmandu")
                        .with("LANG", "tr_TR.UTF-8")
                        .with("LC_ALL", "tr_TR.UTF-8")
                        .with("GIT_AUTHOR_NAME", "Somebody Else")
                        .with("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR")
                        .run())
                .ok();
        assertThat(git(repository, "rev-parse", "v1")).isEqualTo(git(Fixture.freshRelease(), "rev-parse", "v1"));
        assertThat(git(repository, "symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
    }

    @Test
    void nothingNewMakesNoVersion() throws IOException {
        Path repository = Fixture.temporary("ftol.git");
        Program.of("cp", "-R", Fixture.freshRelease(), repository).run().ok();
        String before = git(repository, "for-each-ref");
        assertThat(Fixture.grade("release", "--out", repository).ok()).contains("has v1", "nothing has changed since");
        assertThat(git(repository, "for-each-ref")).isEqualTo(before);
        assertOnlyGit(repository);
    }

    @Test
    void changeMakesTheNextVersionOnTop() throws IOException {
        Path course = Fixture.temporary("course");
        for (String folder : List.of("grader", "notebooks", "tests/public")) {
            Files.createDirectories(course.resolve(folder));
        }
        Files.createSymbolicLink(course.resolve("LICENSE"), Fixture.ROOT.resolve("LICENSE"));
        Files.createSymbolicLink(course.resolve("tests/public/target"), Fixture.ROOT.resolve("tests/public/target"));
        Program.of("cp", "-R", Fixture.ROOT.resolve("notebooks"), course).run().ok();
        Program.of("cp", "-R", Fixture.ROOT.resolve("grader/starter"), course.resolve("grader"))
                .run()
                .ok();
        Path repository = Fixture.temporary("ftol.git");
        releaseOf(course, repository);
        assertThat(git(repository, "rev-parse", "v1")).isEqualTo(git(Fixture.freshRelease(), "rev-parse", "v1"));

        Files.writeString(course.resolve("grader/starter/README.md"), "One more line.\n", StandardOpenOption.APPEND);
        assertThat(releaseOf(course, repository)).contains("has v2").doesNotContain("nothing has changed");
        assertThat(git(repository, "rev-parse", "v2^")).isEqualTo(git(repository, "rev-parse", "v1"));
        assertThat(git(repository, "rev-parse", "main")).isEqualTo(git(repository, "rev-parse", "v2"));
        assertThat(git(repository, "diff", "--name-only", "v1", "v2")).isEqualTo(".ftol\nREADME.md");
        assertThat(git(repository, "show", "v2:.ftol")).contains("version=v2");
        assertThat(releaseOf(course, repository)).contains("has v2", "nothing has changed");
        assertOnlyGit(repository);
    }

    @Test
    void licenceFileListsEachJarAndNoOther() {
        Path repository = Fixture.freshRelease();
        Set<String> listed = new TreeSet<>();
        for (String line : git(repository, "show", "v1:THIRD-PARTY.md").lines().toList()) {
            // | `jar`, `jar` | what for | licence |
            String[] columns = line.split("\\|", -1);
            if (columns.length == 5 && columns[1].contains("`")) {
                assertThat(columns[3].strip()).as(line).matches("[A-Z][\\w.-]+");
                Arrays.stream(columns[1].split(","))
                        .forEach(name -> listed.add(name.replace("`", "").strip()));
            }
        }
        List<String> jars = git(repository, "ls-tree", "--name-only", "v1:lib")
                .lines()
                .filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceFirst("-[0-9].*", ""))
                .filter(name -> !name.startsWith("ftol-"))
                .toList();
        assertThat(jars).hasSizeGreaterThan(20);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(jars);
    }

    @Test
    void otherFoldersAreRefusedAndNotTouched() throws IOException {
        Path thesis = Files.createDirectories(Fixture.temporary("thesis"));
        Files.writeString(thesis.resolve("chapter1.txt"), "years of work");
        Program.Ended ended = Fixture.grade("release", "--out", thesis);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("is not a bare git repository", "--out");
        assertThat(names(thesis)).containsExactly("chapter1.txt");
        assertThat(names(thesis.getParent())).containsExactly("thesis");
        assertThat(Files.readString(thesis.resolve("chapter1.txt"))).isEqualTo("years of work");
    }

    @Test
    void anotherBareRepositoryIsRefusedAndNotTouched() throws IOException {
        Path work = Fixture.temporary("work");
        Program.of("git", "init", "--quiet", "--initial-branch=main", work)
                .run()
                .ok();
        Program.of(
                        "git",
                        "-c",
                        "user.name=a",
                        "-c",
                        "user.email=a@localhost",
                        "commit",
                        "--quiet",
                        "--allow-empty",
                        "-m",
                        "x")
                .in(work)
                .run()
                .ok();
        Path other = Fixture.temporary("other.git");
        Program.of("git", "clone", "--quiet", "--bare", work, other).run().ok();
        for (Path repository : List.of(other, work.resolve(".git"))) {
            String before = git(repository, "for-each-ref");
            Program.Ended ended = Fixture.grade("release", "--out", repository);
            assertThat(ended.code()).as(ended.output()).isEqualTo(2);
            assertThat(git(repository, "for-each-ref")).isEqualTo(before);
        }
    }

    private static String releaseOf(Path course, Path repository) {
        Path grader = Fixture.TARGET;
        return Program.of(
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        "-Dftol.home=" + course,
                        "-cp",
                        grader.resolve("ftol-grader-1.jar") + ":" + grader.resolve("lib/*"),
                        "ftol.grader.cli.Grade",
                        "release",
                        "--out",
                        repository)
                .run()
                .ok();
    }

    /** Nothing of the work is left beside or in the repository. */
    private static void assertOnlyGit(Path repository) throws IOException {
        assertThat(names(repository.getParent())).containsExactly("ftol.git");
        assertThat(names(repository)).doesNotContain("release.index").contains("HEAD", "objects", "refs");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String git(Path repository, String... arguments) {
        List<Object> words = new ArrayList<>(List.of("git", "--git-dir=" + repository));
        words.addAll(List.of(arguments));
        return Program.of(words.toArray()).run().ok();
    }
}
