package physio.outcomes.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * How many of the episodes last seen in a month have a baseline, and how many of these a follow-up too: the table
 * {@code participation}.
 */
public final class Participation {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("with_baseline", Role.ADDITIVE_COUNT),
            new ResultColumn("with_follow_up", Role.ADDITIVE_COUNT));

    private Participation() {}

    /** The table, from {@link Episodes}. */
    public static ResultTable of(Dataset<Row> episodes, List<Measure> measures) {
        Map<String, Column> counts = new LinkedHashMap<>();
        counts.put("episodes", lit(1));
        for (Measure measure : measures) {
            Column baseline = col(measure.id() + "_baseline");
            Column followUp = col(measure.id() + "_follow_up").getField("negated");
            counts.put("baseline_" + measure.id(), baseline);
            counts.put("both_" + measure.id(), baseline.plus(followUp));
        }
        List<ResultRow> rows = new ArrayList<>();
        for (Row row : PatientCounts.of(episodes, col("last_date"), counts, "episodes")) {
            measures.forEach(measure -> rows.add(row(row, measure)));
        }
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("participation", List.of("clinic_id", "period", "measure"), COLUMNS, List.copyOf(rows));
    }

    private static ResultRow row(Row row, Measure measure) {
        long patients = row.<Long>getAs(PatientCounts.PATIENTS);
        return new ResultRow(
                List.of(row.getString(0), row.getString(1), measure.id()),
                patients,
                List.of(
                        new Count(row.<Long>getAs("episodes")),
                        new Count(patients),
                        new Count(row.<Long>getAs("baseline_" + measure.id())),
                        new Count(row.<Long>getAs("both_" + measure.id()))));
    }
}
