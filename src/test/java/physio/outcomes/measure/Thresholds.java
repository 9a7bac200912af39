package physio.outcomes.measure;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.statistic.Moments;

/**
 * The smallest improvement that counts as a response, in whole steps: an improvement of whole steps reaches a threshold when it
 * reaches the next whole step above it, and a threshold is at least one step.
 */
public final class Thresholds {
    private final Map<String, BigDecimal> deviations;

    private Thresholds(Map<String, BigDecimal> deviations) {
        this.deviations = deviations;
    }

    /**
     * Thresholds for measures; distribution-based ones take the standard deviation of the baselines of all given episodes.
     *
     * @param episodes of the reference period
     */
    public static Thresholds of(Dataset<Row> episodes, List<Measure> measures) {
        List<Measure> based = measures.stream()
                .filter(measure -> measure.mcid() instanceof Mcid.DeviationMultiple)
                .toList();
        Map<String, BigDecimal> deviations = new LinkedHashMap<>();
        if (!based.isEmpty()) {
            List<Column> sums = new ArrayList<>();
            for (Measure measure : based) {
                Column baseline = col(measure.id() + "_baseline").cast("long");
                sums.add(count(baseline));
                sums.add(sum(baseline));
                sums.add(sum(baseline.multiply(baseline)));
            }
            Row row = episodes.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                    .first();
            for (int i = 0; i < based.size(); i++) {
                OptionalDouble deviation = deviation(row, 3 * i);
                deviations.put(based.get(i).id(), BigDecimal.valueOf(deviation.orElse(0)));
            }
        }
        return new Thresholds(deviations);
    }

    private static OptionalDouble deviation(Row row, int at) {
        return row.getLong(at) < 2
                ? OptionalDouble.empty()
                : new Moments(
                                row.getLong(at),
                                BigInteger.valueOf(row.getLong(at + 1)),
                                BigInteger.valueOf(row.getLong(at + 2)))
                        .sd();
    }

    /** The threshold of a row in whole steps, from its baseline. */
    Column steps(Measure measure, Column baseline) {
        return greatest(lit(1), form(measure, baseline)).cast("int");
    }

    /** A threshold that is the same for everybody, in the measure's unit and whole steps; empty where it depends on the baseline. */
    public OptionalDouble common(Measure measure) {
        BigDecimal value;
        if (measure.mcid() instanceof Mcid.Absolute absolute) {
            value = absolute.value().divide(measure.step(), 0, RoundingMode.CEILING);
        } else if (measure.mcid() instanceof Mcid.DeviationMultiple multiple) {
            value = deviationSteps(measure, multiple);
        } else {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                value.max(BigDecimal.ONE).multiply(measure.step()).doubleValue());
    }

    private Column form(Measure measure, Column baseline) {
        if (measure.mcid() instanceof Mcid.Percent percent) {
            return ceil(baseline.cast("decimal(20,0)")
                    .multiply(lit(percent.percent().movePointLeft(2))));
        }
        if (measure.mcid() instanceof Mcid.Bands bands) {
            return banded(bands.bands(), measure, baseline);
        }
        if (measure.mcid() instanceof Mcid.DeviationMultiple multiple) {
            return lit(deviationSteps(measure, multiple).longValueExact());
        }
        return lit(wholeSteps(((Mcid.Absolute) measure.mcid()).value(), measure));
    }

    private BigDecimal deviationSteps(Measure measure, Mcid.DeviationMultiple multiple) {
        return deviations
                .getOrDefault(measure.id(), BigDecimal.ZERO)
                .multiply(multiple.multiple())
                .setScale(0, RoundingMode.CEILING);
    }

    private static Column banded(List<Mcid.Band> bands, Measure measure, Column baseline) {
        Column steps = lit(wholeSteps(bands.get(bands.size() - 1).value(), measure));
        for (int i = bands.size() - 2; i >= 0; i--) {
            long upTo = bands.get(i)
                    .upTo()
                    .divide(measure.step(), 0, RoundingMode.FLOOR)
                    .longValueExact();
            steps = when(baseline.leq(upTo), wholeSteps(bands.get(i).value(), measure))
                    .otherwise(steps);
        }
        return steps;
    }

    private static long wholeSteps(BigDecimal value, Measure measure) {
        return value.divide(measure.step(), 0, RoundingMode.CEILING).longValueExact();
    }
}
