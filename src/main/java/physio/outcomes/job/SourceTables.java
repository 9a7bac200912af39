package physio.outcomes.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.ingest.Tally;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.StoreState;

/** What a comparison starts from: the records that were received, and which of the sessions were attended. */
final class SourceTables {
    private SourceTables() {}

    /** The table {@code records}: what became of the records of all current deliveries. */
    static ResultTable records(StoreState state) {
        Tally tally = state.current().stream().map(Delivery::tally).reduce(Tally.ZERO, Tally::plus);
        List<ResultRow> rows = new ArrayList<>();
        // Of no patients: how many records a file lost says nothing about anybody.
        rows.add(row("received", 0, tally.received()));
        rows.add(row("quarantined", 0, tally.quarantined()));
        rows.add(row("duplicates", 0, tally.duplicates()));
        rows.add(row("filtered", 0, tally.filtered()));
        rows.add(row("stored", 0, tally.stored()));
        return new ResultTable("records", List.of("step"), List.of(new ResultColumn("n_records", Role.OPEN)), rows);
    }

    /** The table {@code attendance}: how the sessions of a period were kept. */
    static ResultTable attendance(Dataset<Row> sessions) {
        List<ResultRow> rows = sessions
                .groupBy(col("attendance"))
                .agg(count(lit(1)), count_distinct(col("patient_key")))
                .collectAsList()
                .stream()
                .map(row -> row(row.getString(0), row.getLong(2), row.getLong(1)))
                .sorted(ResultRow.BY_KEY)
                .toList();
        return new ResultTable(
                "attendance", List.of("status"), List.of(new ResultColumn("n_sessions", Role.ADDITIVE_COUNT)), rows);
    }

    private static ResultRow row(String what, long patients, long count) {
        return new ResultRow(List.of(what), patients, List.of(new Count(count)));
    }
}
