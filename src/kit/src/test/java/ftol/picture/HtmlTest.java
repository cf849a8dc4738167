package ftol.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTest {
    @Test
    void theFirstColumnIsAsWideAsItsLongestCellUpToALimit() {
        Table table =
                Table.create("t", StringColumn.create("name", "a", "abc"), StringColumn.create("other", "b", "c"));
        assertThat(Html.of(table)).contains("min-width:3ch").doesNotContain("min-width:1ch");

        Table wide = Table.create("t", StringColumn.create("name", "a".repeat(50)), IntColumn.create("n", 1));
        assertThat(Html.of(wide)).containsOnlyOnce("min-width:18ch");
    }
}
