package physio.outcomes.domain;

import java.util.Comparator;
import java.util.List;

/**
 * A table of results before protection.
 *
 * @param family tables of one family tell of the same things: rows that say the same of each dimension, where {@code all} is as good as no such
 *     dimension, are about the same sessions
 * @param name the file's name without ending
 * @param dimensions names of the columns that say what a row is about
 * @param columns the figures
 * @param rows in the order in which they are written
 */
public record ResultTable(
        String family, String name, List<String> dimensions, List<ResultColumn> columns, List<ResultRow> rows) {
    /** Of a dimension, what a row has that is about all its values together. */
    public static final String ALL = "all";

    /**
     * A row.
     *
     * @param key a value for each dimension
     * @param contributors who stands behind the row: what its protection goes by
     * @param figures a value for each column
     */
    public record ResultRow(List<String> key, Contributors contributors, List<Figure> figures) {
        /** By the first dimension, then the second, and so on, each in code-point order. */
        public static final Comparator<ResultRow> BY_KEY =
                Comparator.comparing(row -> String.join("\u0000", row.key()));

        /** Of whom only the number of patients is known. */
        public ResultRow(List<String> key, long patients, List<Figure> figures) {
            this(key, Contributors.of(patients), figures);
        }

        /** Distinct patients behind the row. */
        public long patients() {
            return contributors.patients();
        }
    }

    /** A table that tells of other things than any other. */
    public ResultTable(String name, List<String> dimensions, List<ResultColumn> columns, List<ResultRow> rows) {
        this(name, name, dimensions, columns, rows);
    }

    public ResultTable {
        for (ResultRow row : rows) {
            if (row.key().size() != dimensions.size() || row.figures().size() != columns.size()) {
                throw new IllegalArgumentException("A row of " + name + " does not fit its columns");
            }
        }
    }
}
