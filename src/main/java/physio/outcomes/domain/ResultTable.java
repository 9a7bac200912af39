package physio.outcomes.domain;

import java.util.Comparator;
import java.util.List;

/**
 * A table of results before protection.
 *
 * @param name the file's name without ending
 * @param dimensions names of the columns that say what a row is about
 * @param columns the figures
 * @param rows in the order in which they are written
 */
public record ResultTable(String name, List<String> dimensions, List<ResultColumn> columns, List<ResultRow> rows) {

    /**
     * A row.
     *
     * @param key a value for each dimension
     * @param patients distinct patients behind the row: what its protection goes by
     * @param figures a value for each column
     */
    public record ResultRow(List<String> key, long patients, List<Figure> figures) {
        /** By the first dimension, then the second, and so on, each in code-point order. */
        public static final Comparator<ResultRow> BY_KEY =
                Comparator.comparing(row -> String.join("\u0000", row.key()));
    }

    public ResultTable {
        for (ResultRow row : rows) {
            if (row.key().size() != dimensions.size() || row.figures().size() != columns.size()) {
                throw new IllegalArgumentException("A row of " + name + " does not fit its columns");
            }
        }
    }
}
