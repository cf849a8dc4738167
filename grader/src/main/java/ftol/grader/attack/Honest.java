package ftol.grader.attack;

import ftol.check.Part;
import ftol.grader.solve.SolutionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Submissions among the attacks whose marks must not change. */
enum Honest {
    SOLVED {
        @Override
        String source(Cells cells, Part part) {
            return cells.solution(part);
        }

        @Override
        boolean isRight(int points) {
            return points == ALL;
        }
    },
    STARTER {
        @Override
        String source(Cells cells, Part part) throws IOException {
            return cells.stub(part);
        }

        @Override
        boolean isRight(int points) {
            return points == 0;
        }
    },
    MUTANT {
        @Override
        String source(Cells cells, Part part) throws IOException {
            String mutant = part == Part.DETECTOR ? "p1a/stale_refreshes" : "p2a/one_too_many";
            Path file =
                    cells.course().mutantSources().resolve("mutants/" + mutant).resolve(part.className() + ".java");
            return SolutionSource.read(file).cell();
        }

        @Override
        boolean isRight(int points) {
            return points > 0 && points < ALL;
        }
    };

    private static final int ALL = Part.DETECTOR.points() + Part.QUORUM_SIZE.points();

    /** The text of the part's cell. */
    abstract String source(Cells cells, Part part) throws IOException;

    /** Whether these points together are what it must have. */
    abstract boolean isRight(int points);

    void write(Cells cells, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Part part : new Part[] {Part.DETECTOR, Part.QUORUM_SIZE}) {
            Files.writeString(
                    folder.resolve(part.task().notebook()),
                    cells.notebook(part, source(cells, part)).toString());
        }
    }
}
