package physio.outcomes.measure;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.Figure.Value;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** Tables as text, a row each, for comparing them at a glance. */
public final class Rows {
    private Rows() {}

    /** The rows of some columns, separated by blanks, in the order of their text. */
    static List<String> of(Dataset<Row> table, String... columns) {
        return table.selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    /** The rows of a result, key and figures separated by blanks, in its own order; a blank is a dash. */
    static List<String> of(ResultTable table) {
        return table.rows().stream()
                .map(row -> String.join(" ", row.key()) + " "
                        + String.join(
                                " ", row.figures().stream().map(Rows::text).toList()))
                .toList();
    }

    /** The row whose key, its parts separated by blanks, is the one given. */
    public static ResultRow row(ResultTable table, String key) {
        return table.rows().stream()
                .filter(row -> String.join(" ", row.key()).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + key));
    }

    /** A figure by the name of its column. */
    public static Figure figure(ResultTable table, ResultRow row, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return row.figures().get(i);
            }
        }
        throw new IllegalArgumentException("No column " + column);
    }

    /** A figure as a number; a blank is not a number. */
    public static double number(ResultTable table, ResultRow row, String column) {
        Figure figure = figure(table, row, column);
        if (figure instanceof Count count) {
            return count.value();
        }
        return figure instanceof Value value ? value.value() : Double.NaN;
    }

    private static String text(Figure figure) {
        if (figure instanceof Count count) {
            return String.valueOf(count.value());
        }
        if (figure instanceof Value value) {
            return String.valueOf(value.value());
        }
        return figure instanceof Text text ? text.value() : "-";
    }
}
