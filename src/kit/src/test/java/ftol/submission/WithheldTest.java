package ftol.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ftol.check.LocalSource;
import ftol.check.Part;
import ftol.check.StudentCode;
import ftol.check.SubmissionFailure;
import ftol.quorum.GridQuorums;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Part 2d cannot be left to the library, which knows the lecture's grid. */
class WithheldTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final String CALLS_IT =
            """
            var grid = new Grid(rows, columns);
            return grid.column().minimalQuorums().stream()
                .map(quorum -> quorum.stream().map(node -> node.name().charAt(0) - 'A').collect(Collectors.toSet()))
                .collect(Collectors.toSet());
            """;

    @Test
    void aCellThatNamesItDoesNotCompile() {
        String source = "import ftol.quorum.system.Grid;\n" + solution(CALLS_IT);

        assertThatThrownBy(() -> CellCompiler.compile(cell(source), CLASS_PATH))
                .isInstanceOf(PartProblem.class)
                .hasMessageContaining("cell t2d-stub does not compile")
                .hasMessageContaining("It uses ftol.quorum.system, which would do the part for you")
                .hasMessageContaining("Line 1: package ftol.quorum.system does not exist");
    }

    /** Cells that are not graded may import it, to look at other systems. */
    @Test
    void anImportInAnotherCellDoesNotHelp() throws PartProblem {
        Cell helper = new Cell(1, "mine", true, "", false, "import ftol.quorum.system.*;");
        CompiledPart compiled = CellCompiler.compile(cell(solution(CALLS_IT), helper), CLASS_PATH);

        assertThatThrownBy(() -> readQuorums(compiled))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("NoClassDefFoundError: ftol/quorum/system/Grid");
    }

    @Test
    void norDoesLookingItUpByName() throws PartProblem {
        String lookUp =
                """
                try {
                    Class.forName("ftol.quorum." + "system.Grid");
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(e.getMessage());
                }
                return Set.of();
                """;
        CompiledPart compiled = CellCompiler.compile(cell(solution(lookUp)), CLASS_PATH);

        assertThatThrownBy(() -> readQuorums(compiled))
                .isInstanceOf(SubmissionFailure.class)
                .hasMessageContaining("ftol.quorum.system.Grid is withheld from graded cells");
    }

    /** The same cell with its own loops, to show that nothing else in it is wrong. */
    @Test
    void whatUsesNoneOfItRuns() throws PartProblem {
        CompiledPart compiled =
                CellCompiler.compile(cell(solution("return Set.of(Set.of(rows), Set.of(columns));")), CLASS_PATH);

        assertThat(readQuorums(compiled)).hasToString("2 quorums");
    }

    private static String readQuorums(CompiledPart compiled) throws PartProblem {
        Class<?> loaded = compiled.load(WithheldTest.class.getClassLoader());
        GridQuorums grid = new LocalSource(Part.GRID, loaded, StudentCode.UNKNOWN).create(GridQuorums.class);
        return grid.readQuorums(3, 4).size() + " quorums";
    }

    private static PartCell cell(String source, Cell... others) {
        return new PartCell(Part.GRID, new Cell(2, "t2d-stub", true, "2d", false, source), List.of(others), "");
    }

    private static String solution(String readQuorums) {
        return "class LectureGrid implements GridQuorums {\n"
                + "    public Set<Set<Integer>> readQuorums(int rows, int columns) {\n" + readQuorums + "\n    }\n"
                + "    public Set<Set<Integer>> writeQuorums(int rows, int columns) {\n        return Set.of();\n    }\n"
                + "    public Fraction load(int rows, int columns, Fraction reads) {\n        return reads;\n    }\n}\n";
    }
}
