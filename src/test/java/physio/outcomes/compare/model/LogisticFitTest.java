package physio.outcomes.compare.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static physio.outcomes.measure.statistic.ReferenceFiles.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import physio.outcomes.measure.statistic.ReferenceFiles;

class LogisticFitTest {
    private static final double SIX_DIGITS = 1e-4;

    /** It takes one second; a machine may be busy. */
    private static final Duration GENEROUS = Duration.ofSeconds(10);

    private static final List<String> COLUMNS = List.of(
            "intercept",
            "level2",
            "level3",
            "level4",
            "level5",
            "level6",
            "level7",
            "level8",
            "level9",
            "level10",
            "level1",
            "region",
            "baseline");

    /** A pattern of a row written out. */
    private static LogisticPattern pattern(long trials, long successes, long... row) {
        int[] filled = IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
        return new LogisticPattern(
                filled, Arrays.stream(filled).mapToLong(i -> row[i]).toArray(), trials, successes);
    }

    private static List<LogisticPattern> scenario(String name) {
        return ReferenceFiles.reference("logistic-design").stream()
                .filter(row -> row.get("scenario").equals(name))
                .map(row -> pattern(
                        (long) number(row, "trials"),
                        (long) number(row, "successes"),
                        COLUMNS.stream()
                                .mapToLong(column -> Long.parseLong(row.get(column)))
                                .toArray()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"counts", "distinct", "far", "separated"})
    void agreesWithR(String scenario) {
        List<LogisticPattern> patterns = scenario(scenario);
        LogisticFit fit = LogisticFit.fit(COLUMNS, patterns).orElseThrow();
        List<CSVRecord> expected = ReferenceFiles.reference("logistic").stream()
                .filter(row -> row.get("scenario").equals(scenario))
                .toList();
        assertThat(fit.columns())
                .isEqualTo(expected.stream().map(row -> row.get("column")).toList());
        for (int i = 0; i < expected.size(); i++) {
            CSVRecord row = expected.get(i);
            int region = fit.columns().indexOf("region");
            assertThat(fit.coefficients()[i]).isCloseTo(number(row, "coefficient"), withinPercentage(SIX_DIGITS));
            assertThat(Math.sqrt(fit.inverse()[i][i])).isCloseTo(number(row, "se"), withinPercentage(SIX_DIGITS));
            assertThat(fit.inverse()[i][region])
                    .isCloseTo(number(row, "covariance_with_region"), withinPercentage(1e-2));
            assertThat(fit.removedTrials()).isEqualTo((long) number(row, "removed"));
        }
        assertThat(fit.probability(patterns.get(patterns.size() - 1)))
                .isCloseTo(number(expected.get(0), "last_probability"), withinPercentage(SIX_DIGITS));
    }

    @Test
    void dropsAndNamesAliasedColumns() {
        assertThat(LogisticFit.fit(COLUMNS, scenario("counts")).orElseThrow().aliased())
                .containsExactly("level1");
        assertThat(LogisticFit.fit(COLUMNS, scenario("separated")).orElseThrow().aliased())
                .containsExactly("level4", "level1");
    }

    /** Odds 1 : 3 and 4 : 1: log odds −log 3, a log odds ratio of log 12, and variances of sums of reciprocals. */
    @Test
    void isTheOddsRatioOfFourCells() {
        LogisticFit fit = LogisticFit.fit(List.of("intercept", "x"), List.of(pattern(4, 1, 1, 0), pattern(5, 4, 1, 1)))
                .orElseThrow();
        assertThat(fit.coefficients()).containsExactly(new double[] {-Math.log(3), Math.log(12)}, within(1e-12));
        assertThat(fit.inverse()[1][1]).isCloseTo(1 + 1 / 3.0 + 1 / 4.0 + 1, within(1e-12));
        assertThat(fit.removed()).isEmpty();
        assertThat(fit.removedTrials()).isZero();
    }

    @Test
    void doesNotDependOnTheOrderOfPatterns() {
        List<LogisticPattern> patterns = new ArrayList<>(scenario("far"));
        LogisticFit there = LogisticFit.fit(COLUMNS, patterns).orElseThrow();
        Collections.shuffle(patterns, new Random(1));
        LogisticFit back = LogisticFit.fit(COLUMNS, patterns).orElseThrow();
        assertThat(back.coefficients()).isEqualTo(there.coefficients());
        assertThat(back.inverse()).isDeepEqualTo(there.inverse());
    }

    /** x = 2 occurs with successes only; all of x below it with both. */
    @Test
    void namesThePatternsThatItTakesOut() {
        LogisticFit fit = LogisticFit.fit(
                        List.of("intercept", "one", "two"),
                        List.of(pattern(7, 7, 1, 0, 1), pattern(4, 1, 1, 0, 0), pattern(5, 4, 1, 1, 0)))
                .orElseThrow();
        assertThat(fit.removed()).containsExactly(0);
        assertThat(fit.removedTrials()).isEqualTo(7);
        assertThat(fit.aliased()).containsExactly("two");
        assertThat(fit.coefficients()[1]).isCloseTo(Math.log(12), within(1e-12));
    }

    @Test
    void isEmptyWhereOneOutcomeIsMissing() {
        assertThat(LogisticFit.fit(List.of("intercept"), List.of(pattern(4, 4, 1))))
                .isEmpty();
        assertThat(LogisticFit.fit(List.of("intercept"), List.of())).isEmpty();
    }

    /** A hundred million trials, of which one level's end alike: the few digits that they move are not overlooked. */
    @Test
    void takesOutSmallSeparatedLevelsOfLargeDesigns() {
        List<LogisticPattern> patterns = new ArrayList<>();
        scenario("counts").forEach(pattern -> patterns.add(times(pattern, 1_000_000)));
        patterns.add(new LogisticPattern(new int[] {0, 12, 13}, new long[] {1, 50, 1}, 3, 3));
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("rare");
        LogisticFit fit = LogisticFit.fit(columns, patterns).orElseThrow();
        assertThat(fit.removedTrials()).isEqualTo(3);
        assertThat(fit.aliased()).containsExactly("level1", "rare");
    }

    private static LogisticPattern times(LogisticPattern pattern, long copies) {
        int entries = pattern.entries();
        return new LogisticPattern(
                IntStream.range(0, entries).map(pattern::column).toArray(),
                IntStream.range(0, entries).mapToLong(pattern::value).toArray(),
                pattern.trials() * copies,
                pattern.successes() * copies);
    }

    /** Failures below 50,000 and successes from there on. */
    @Test
    void isEmptyWhereTheBaselinePredictsAll() {
        List<LogisticPattern> patterns = IntStream.range(0, 100)
                .mapToObj(i -> pattern(1, i < 50 ? 0 : 1, 1, 1000L * i))
                .toList();
        assertThat(LogisticFit.fit(List.of("intercept", "baseline"), patterns)).isEmpty();
    }

    @Test
    void fitsThreeHundredThousandPatternsQuickly() {
        Random random = new Random(3);
        List<String> columns = IntStream.range(0, 40).mapToObj(i -> "x" + i).toList();
        List<LogisticPattern> patterns = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            int[] ones = {0, 1 + random.nextInt(10), 11 + random.nextInt(10), 21 + random.nextInt(18), 39};
            long baseline = random.nextInt(100_000);
            double odds = 0.1 * ones[1] - 0.05 * ones[2] + baseline / 50_000.0 - 1;
            long success = random.nextDouble() < LogisticFit.probability(odds) ? 1 : 0;
            patterns.add(new LogisticPattern(ones, new long[] {1, 1, 1, 1, baseline}, 1, success));
        }
        Assertions.assertTimeout(GENEROUS, () -> {
            LogisticFit fit = LogisticFit.fit(columns, patterns).orElseThrow();
            assertThat(fit.coefficients()[fit.columns().size() - 1]).isCloseTo(1 / 50_000.0, within(1e-6));
        });
    }

    @Test
    void refusesWhatIsNoPattern() {
        assertThatThrownBy(() -> pattern(3, 4, 1)).hasMessage("Invalid pattern: 4 successes of 3 trials");
        assertThatThrownBy(() -> new LogisticPattern(new int[] {1, 1}, new long[] {1, 1}, 1, 0))
                .hasMessage("Invalid pattern: not one value for each of ascending columns");
    }
}
