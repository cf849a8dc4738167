package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SafetyMapTest {
    /** Two rows and columns, of which the lower left place is empty. */
    private final Table table = Table.create(
            "Some systems",
            IntColumn.create("N", 4, 4, 9),
            IntColumn.create("Q", 1, 2, 2),
            BooleanColumn.create("yours", true, true, false),
            BooleanColumn.create("slide", true, false, true),
            IntColumn.create("least", new Integer[] {3, 3, null}),
            StringColumn.create("word", "a", "b", "c"));

    @Test
    void trueAndFalseAreSigns() {
        Picture picture = SafetyMap.of(table, "N", "Q", "yours", "slide");

        assertThat(picture.text())
                .isEqualTo("Some systems. yours: N = 4: ✓ for Q = 1 to 2. N = 9: ✗ for Q = 2."
                        + " slide: N = 4: ✓ for Q = 1, ✗ for Q = 2. N = 9: ✓ for Q = 2.");
        assertThat(picture.svg().split("class=\"yes\"")).hasSize(1 + 4);
        assertThat(picture.svg().split("class=\"no\"")).hasSize(1 + 2);
        assertThat(picture.svg()).doesNotContain("class=\"other\"");
    }

    @Test
    void numbersAreShownAndAMissingOneIsACross() {
        assertThat(SafetyMap.of(table, "N", "Q", "least").text())
                .isEqualTo("Some systems. least: N = 4: 3 for Q = 1 to 2. N = 9: ✗ for Q = 2.");
    }

    @Test
    void framesWhatIsNotAsInTheFirst() {
        Picture picture = SafetyMap.compared(table, "N", "Q", "yours", "slide");

        assertThat(picture.text())
                .endsWith(" slide: N = 4: ✓ for Q = 1, ✗ (differs) for Q = 2. N = 9: ✓ (differs) for Q = 2.");
        // Two places and the legend.
        assertThat(picture.svg().split("class=\"other\"")).hasSize(1 + 3);
        assertThat(picture.svg()).contains("not as in &quot;yours&quot;");
    }

    @Test
    void aFilteredTableIsAMapToo() {
        Table filtered = table.where(table.booleanColumn("yours").isFalse());
        assertThat(SafetyMap.of(filtered, "N", "Q", "yours").text())
                .isEqualTo("Some systems. yours: N = 9: ✗ for Q = 2.");
    }

    @Test
    void mapsThatDoNotFitStandBelowOneAnother() {
        assertThat(SafetyMap.of(table, "N", "Q", "yours").svg()).contains("height=\"168\"");
        assertThat(SafetyMap.of(table, "N", "Q", "yours", "yours", "yours", "yours", "yours", "yours")
                        .svg())
                .contains("height=\"168\"");
        assertThat(SafetyMap.of(table, "N", "Q", "yours", "yours", "yours", "yours", "yours", "yours", "yours")
                        .svg())
                .contains("height=\"310\"");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> SafetyMap.of(table, "N", "R", "yours"))
                .hasMessage("The table has no column \"R\" of the right kind, only [N, Q, yours, slide, least, word]");
        assertThatThrownBy(() -> SafetyMap.of(table, "N", "word", "yours")).hasMessageContaining("\"word\"");
        assertThatThrownBy(() -> SafetyMap.of(table, "N", "Q", "word"))
                .hasMessage("The column \"word\" has neither true and false nor numbers in it");
        assertThatThrownBy(() -> SafetyMap.of(table.emptyCopy(), "N", "Q", "yours"))
                .hasMessage("A map has 1 to 26 values of N, not 0");
        Table large = Table.create(
                "large",
                IntColumn.create("N", IntStream.range(0, 27).toArray()),
                IntColumn.create("Q", IntStream.range(0, 27).toArray()));
        assertThatThrownBy(() -> SafetyMap.of(large, "N", "Q", "N"))
                .hasMessage("A map has 1 to 26 values of N, not 27");
    }
}
