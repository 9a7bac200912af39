package physio.outcomes.job;

import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.ingest.ReasonCode;

/** Records in quarantine by reason and column: the table {@code quarantine}. It is about records, and no patient stands behind a row. */
final class QuarantineCounts {
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("records", Role.OPEN), new ResultColumn("meaning", Role.TEXT));

    private QuarantineCounts() {}

    static ResultTable of(Dataset<Row> quarantine) {
        List<ResultRow> rows =
                quarantine
                        .groupBy("reason", "column")
                        .agg(count_distinct(struct("delivery", "record")))
                        .collectAsList()
                        .stream()
                        .map(row -> new ResultRow(
                                List.of(row.getString(0), row.getString(1)),
                                0,
                                List.of(new Count(row.getLong(2)), new Text(meaning(row.getString(0))))))
                        .sorted(ResultRow.BY_KEY)
                        .toList();
        return new ResultTable("quarantine", List.of("reason", "column"), COLUMNS, rows);
    }

    private static String meaning(String code) {
        return ReasonCode.valueOf(code.toUpperCase(Locale.ROOT)).sentence();
    }
}
