package ftol.grader.tables;

import ftol.grader.result.HtmlPage;
import java.util.List;

/** All tables and pictures as one HTML page: nothing is loaded from elsewhere, and its one script only sorts. */
final class TablePage {
    private static final String STYLE =
            """
            body { max-width: 70rem }
            table { font-variant-numeric: tabular-nums }
            th, td { text-align: right; padding: .2rem .7rem; border-bottom: 1px solid #8886 }
            th:first-child, td:first-child { text-align: left }
            thead { position: sticky; top: 0; background: Canvas; print-color-adjust: exact }
            th button { all: unset; cursor: pointer; font-weight: 600 }
            th button:focus-visible { outline: 2px solid }
            th[aria-sort=ascending] button::after { content: " ▲" } th[aria-sort=descending] button::after { content: " ▼" }
            img { max-width: 100%; margin: .5rem 0 }
            @media print { body { max-width: none; font-size: 10px } thead { position: static } tr, img { break-inside: avoid } }
            """;

    /** Sorts by the column whose heading is pressed: as numbers where both are, fractions too; blanks last. */
    private static final String SORT =
            """
            <script>
            const number = text => { const [a, b] = text.split("/"); return b ? a / b : text === "" ? NaN : Number(text) }
            for (const button of document.querySelectorAll("th button")) button.onclick = () => {
              const head = button.parentNode, body = head.closest("table").tBodies[0], column = head.cellIndex
              const down = head.getAttribute("aria-sort") === "ascending"
              const value = row => row.cells[column].textContent
              const order = (a, b) => {
                const x = value(a), y = value(b)
                if (x === "" || y === "") return (x === "") - (y === "")
                const difference = number(x) - number(y)
                return (isNaN(difference) ? x.localeCompare(y) : difference) * (down ? -1 : 1)
              }
              body.append(...[...body.rows].sort(order))
              for (const other of head.parentNode.cells) other.removeAttribute("aria-sort")
              head.setAttribute("aria-sort", down ? "descending" : "ascending")
            }
            </script>
            """;

    private TablePage() {}

    static String of(QuorumTables tables, List<Sheet> sheets) {
        StringBuilder html = new StringBuilder();
        html.append("<h1>Quorums of 1 to ").append(tables.n()).append(" replicas</h1>\n");
        html.append("<p>Press a column's heading to sort by it.</p>\n");
        tables.pictures().forEach(picture -> html.append(picture.html()).append('\n'));
        sheets.forEach(sheet -> table(html, sheet));
        return HtmlPage.withScript("Quorum tables", STYLE, html.append(SORT));
    }

    private static void table(StringBuilder html, Sheet sheet) {
        html.append("<h2 id=\"").append(sheet.id()).append("\">").append(TableFiles.html(sheet.title()));
        html.append("</h2>\n<p>").append(TableFiles.html(sheet.about())).append("</p>\n<table>\n<thead><tr>");
        for (String column : sheet.columns()) {
            html.append("<th scope=\"col\"><button>")
                    .append(TableFiles.html(column))
                    .append("</button></th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (List<Object> row : sheet.rows()) {
            html.append("<tr>");
            row.forEach(
                    value -> html.append("<td>").append(TableFiles.html(value)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }
}
