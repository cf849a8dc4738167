package ftol.grader.tables;

import java.util.List;

/**
 * One table, in a form from which every file format is written.
 *
 * @param id names the file: "sizes" becomes sizes.csv
 * @param title its heading
 * @param about what its columns mean, in a sentence or two
 * @param columns their names
 * @param rows text and numbers; null for "there is none"
 */
record Sheet(String id, String title, String about, List<String> columns, List<List<Object>> rows) {}
