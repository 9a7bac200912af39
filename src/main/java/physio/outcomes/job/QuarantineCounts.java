package physio.outcomes.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.ingest.ReasonCode;
import physio.outcomes.store.ColumnCursor;
import physio.outcomes.store.DataFiles;

/** Records in quarantine by reason and column: the table {@code quarantine}. It is about records, and no patient stands behind a row. */
final class QuarantineCounts {
    private static final List<String> KEY = List.of("reason", "column");
    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("records", Role.OPEN), new ResultColumn("meaning", Role.TEXT));

    private QuarantineCounts() {}

    /** Of files of findings, of which a record has no two about one column. */
    static ResultTable of(SparkSession spark, DataFiles quarantine) {
        spark.sparkContext().setJobDescription("Counting quarantined records");
        DataFiles.Reader reader = quarantine.reader();
        Map<List<String>, Long> counts = quarantine
                .tasks(spark)
                .map(part -> counts(reader, part))
                .fold(new HashMap<>(), QuarantineCounts::together);
        List<ResultRow> rows = counts.entrySet().stream()
                .map(count -> new ResultRow(
                        count.getKey(),
                        0,
                        List.of(
                                new Count(count.getValue()),
                                new Text(meaning(count.getKey().get(0))))))
                .sorted(ResultRow.BY_KEY)
                .toList();
        return new ResultTable("quarantine", KEY, COLUMNS, rows);
    }

    private static Map<List<String>, Long> counts(DataFiles.Reader quarantine, DataFiles.Part part) {
        List<String> texts = new ArrayList<>();
        ToIntFunction<String> code = text -> {
            texts.add(text);
            return texts.size() - 1;
        };
        Map<List<String>, Long> counts = new HashMap<>();
        try (ColumnCursor findings = quarantine.open(part, KEY, Map.of(KEY.get(0), code, KEY.get(1), code))) {
            while (findings.next()) {
                counts.merge(List.of(texts.get(findings.code(0)), texts.get(findings.code(1))), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<List<String>, Long> together(Map<List<String>, Long> counts, Map<List<String>, Long> others) {
        others.forEach((key, count) -> counts.merge(key, count, Long::sum));
        return counts;
    }

    private static String meaning(String code) {
        return ReasonCode.valueOf(code.toUpperCase(Locale.ROOT)).sentence();
    }
}
