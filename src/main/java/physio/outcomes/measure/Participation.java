package physio.outcomes.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** How many episodes have a baseline, and how many of these a follow-up too: the table {@code participation}. */
public final class Participation {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("with_baseline", Role.ADDITIVE_COUNT),
            new ResultColumn("with_follow_up", Role.ADDITIVE_COUNT));

    private Participation() {}

    /** The table, from {@link Episodes}. */
    public static ResultTable of(Dataset<Row> episodes, List<Measure> measures) {
        List<Column> entries = new ArrayList<>();
        for (Measure measure : measures) {
            Column baseline = col(measure.id() + "_baseline");
            entries.add(struct(
                    lit(measure.id()).as("measure"),
                    baseline.as("baseline"),
                    baseline.plus(col(measure.id() + "_follow_up").getField("negated"))
                            .as("both")));
        }
        Dataset<Row> counted = episodes.select(
                        explode(array(lit(Cells.ALL), col("clinic_id"))).as("clinic_id"),
                        col("patient_key"),
                        array(entries.toArray(Column[]::new)).as("entries"))
                .select(
                        col("clinic_id"),
                        col("patient_key"),
                        explode(col("entries")).as("entry"))
                .groupBy(col("clinic_id"), col("entry.measure").as("measure"))
                .agg(
                        count(lit(1)),
                        count_distinct(col("patient_key")),
                        count(col("entry.baseline")),
                        count(col("entry.both")));
        return new ResultTable(
                "participation",
                List.of("clinic_id", "measure"),
                COLUMNS,
                counted.collectAsList().stream()
                        .map(Participation::row)
                        .sorted(ResultRow.BY_KEY)
                        .toList());
    }

    private static ResultRow row(Row row) {
        return new ResultRow(
                List.of(row.getString(0), row.getString(1)),
                row.getLong(3),
                List.of(
                        new Count(row.getLong(2)),
                        new Count(row.getLong(3)),
                        new Count(row.getLong(4)),
                        new Count(row.getLong(5))));
    }
}
