package physio.outcomes.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.compare.Pattern.Arms;

/** Counts covariate patterns: as many rows as there are combinations of levels, however many sessions lie behind them. */
final class Patterns {
    private Patterns() {}

    /** The columns that tell patterns apart: measure, window, technique and the factors. */
    static List<String> keys(List<String> factors) {
        List<String> keys = new ArrayList<>(List.of("measure", "window", "technique"));
        factors.forEach(factor -> keys.add("factor_" + factor));
        return keys;
    }

    /** Patterns by what is compared, in the order of their keys. */
    static Map<Arms, List<Pattern>> of(Dataset<Row> rows, List<String> factors) {
        Column baseline = col("baseline").cast("long");
        Column followUp = col("follow_up").cast("long");
        Column[] keys = keys(factors).stream().map(name -> col(name)).toArray(Column[]::new);
        Map<Arms, List<Pattern>> patterns = new LinkedHashMap<>();
        rows.groupBy(keys)
                .agg(
                        count(lit(1)),
                        sum(baseline),
                        sum(baseline.multiply(baseline)),
                        sum(followUp),
                        sum(followUp.multiply(followUp)),
                        sum(baseline.multiply(followUp)))
                .collectAsList()
                .forEach(row -> {
                    Pattern pattern = pattern(row, factors.size());
                    patterns.computeIfAbsent(pattern.arms(), arms -> new ArrayList<>())
                            .add(pattern);
                });
        Comparator<Pattern> order = Comparator.comparing(Pattern::technique)
                .thenComparing(pattern -> String.join("\u0000", pattern.levels()));
        patterns.values().forEach(own -> own.sort(order));
        return patterns;
    }

    private static Pattern pattern(Row row, int factors) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            levels.add(row.getString(3 + i));
        }
        int at = 3 + factors;
        return new Pattern(
                new Arms(row.getString(0), row.getString(1)),
                row.getString(2),
                levels,
                row.getLong(at),
                big(row, at + 1),
                big(row, at + 2),
                big(row, at + 3),
                big(row, at + 4),
                big(row, at + 5));
    }

    private static BigInteger big(Row row, int at) {
        return BigInteger.valueOf(row.getLong(at));
    }
}
