package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.IntervalChart.Row;

class ComparisonAlternativesTest {
    private static final Axis PAIN = new Axis("Difference in pain", "points", 1);

    @Test
    void tellsTheRangeOfEachGroupOfAForest() {
        assertThat(forest(
                                new ForestChart.Group(
                                        "Cupping",
                                        List.of(
                                                Row.of("Crude", 1, 0.5, 1.5, "n = 40"),
                                                Row.of("ANCOVA", 0.5, 0, 1, "n = 40"),
                                                Row.of("Mixed", -2, -3, -1, "n = 40"),
                                                Row.suppressed("Overlap", ""))),
                                new ForestChart.Group("Stretching", List.of(Row.of("Crude", 2, 1, 3, "n = 9"))),
                                new ForestChart.Group("Taping", List.of(Row.suppressed("Crude", ""))))
                        .alternative())
                .isEqualTo("Difference in pain (points) with 95% intervals, higher is better. Cupping: −2.0 points"
                        + " (Mixed) to 1.0 points (Crude); intervals without 0.0: 2 of 3. Stretching: Crude 2.0 points"
                        + " (1.0 to 3.0), n = 9. Taping: not shown. Not shown: 2 of 6.");
        assertThat(forest().alternative()).endsWith("No values are shown.");
    }

    @Test
    void countsNoIntervalsOfAForestThatShowsNone() {
        ForestChart forest = forest(new ForestChart.Group("Cupping", List.of(mean("Crude", 1), mean("Adjusted", 0.5))));
        assertThat(forest.alternative())
                .isEqualTo("Difference in pain (points), higher is better. Cupping: 0.5 points (Adjusted) to 1.0 points"
                        + " (Crude).");
    }

    private static Row mean(String label, double estimate) {
        return new Row(label, OptionalDouble.of(estimate), OptionalDouble.empty(), OptionalDouble.empty(), "n = 40");
    }

    @Test
    void tellsTheLargestDifferencesThatAreLeft() {
        BalanceChart chart = new BalanceChart(
                "balance",
                "",
                List.of(
                        BalanceChart.Term.of("Baseline", -0.5, 0.01),
                        BalanceChart.Term.of("Age", 0.7, 0),
                        new BalanceChart.Term("Sex", OptionalDouble.empty(), OptionalDouble.empty())),
                List.of(BalanceChart.Term.of("Clinic", 0.3, -0.26), BalanceChart.Term.of("Earlier", 0.3, 0.25)));
        assertThat(chart.alternative())
                .isEqualTo("Absolute standardised differences before and after weighting. Largest after weighting of 2"
                        + " in the model: Baseline 0.50 before, 0.01 SD after. Above 0.25 after weighting: 0."
                        + " Largest after weighting of 2 not in the model: Clinic 0.30 before, 0.26 SD after."
                        + " Above 0.25 after weighting: 1. Not shown: 1 of 5.");
        assertThat(new BalanceChart("balance", "", List.of(), List.of()).alternative())
                .endsWith("No values are shown.");
    }

    @Test
    void tellsPooledPredictionAndExtremesOfUnits() {
        HeterogeneityChart chart = new HeterogeneityChart(
                "clinics",
                "",
                PAIN,
                Better.HIGHER,
                List.of(
                        unit(Row.of("C1", 1, 0, 2, "n = 30")),
                        unit(Row.of("C2", -1, -2, 0, "n = 20")),
                        unit(Row.suppressed("C3", ""))),
                Row.of("Pooled", 0.2, -0.5, 0.9, "I² = 40%"),
                new Row(
                        "Prediction interval",
                        OptionalDouble.empty(),
                        OptionalDouble.of(-3),
                        OptionalDouble.of(3),
                        ""));
        assertThat(chart.alternative())
                .isEqualTo("Difference in pain (points) with 95% intervals, higher is better. Pooled 0.2 points (−0.5"
                        + " to 0.9), I² = 40%. Prediction interval −3.0 to 3.0 points. Highest of 2: C1 1.0 points (0.0"
                        + " to 2.0), n = 30; lowest: C2 −1.0 points (−2.0 to 0.0), n = 20. Not shown: 1 of 3.");
    }

    @Test
    void tellsStartAndEndOfEachCurve() {
        RecurrenceChart chart = new RecurrenceChart(
                "free",
                "",
                List.of(
                        new RecurrenceChart.Group(
                                "Cupping",
                                List.of(
                                        RecurrenceChart.Month.of(0, 1, 1, 1, 1200),
                                        RecurrenceChart.Month.of(1, 0.9, 0.85, 0.95, 400),
                                        RecurrenceChart.Month.suppressed(2))),
                        new RecurrenceChart.Group("Taping", List.of(RecurrenceChart.Month.suppressed(0)))));
        assertThat(chart.alternative())
                .isEqualTo("Free of a new episode (%) by month. Cupping: 1,200 patients at first, 90% free at month 1"
                        + " (85% to 95%), when 400 are at risk. Taping: not shown.");
        assertThat(new RecurrenceChart("free", "", List.of()).alternative()).endsWith("No values are shown.");
    }

    @Test
    void tellsTheBestAndWorstDoseAndTheTrend() {
        DoseChart chart = new DoseChart(
                "dose",
                "",
                PAIN,
                Better.HIGHER,
                List.of(
                        DoseChart.Dose.of(1, 1, 0.5, 1.5, 1200),
                        DoseChart.Dose.suppressed(2),
                        DoseChart.Dose.of(12, 2, 1, 3, 30).andMore()),
                List.of(new DoseChart.Point(1, 0.9), new DoseChart.Point(12, 2.1)));
        assertThat(chart.alternative())
                .isEqualTo("Difference in pain (points) by number of sessions with 95% intervals, higher is better."
                        + " Highest of 2: 12+ sessions 2.0 points (1.0 to 3.0), n = 30; lowest: 1 session 1.0 points"
                        + " (0.5 to 1.5), n = 1,200. Not shown: 1 of 3. Fitted trend: from 0.9 points to 2.1 points.");
    }

    @Test
    void tellsTheCommonestBinAndTheShareBeyondTheLine() {
        DistributionChart chart = spread(
                new DistributionChart.Row("Cupping", shares(0.25, 0.15, 0.6), "n = 90"),
                new DistributionChart.Row("Taping", shares(0.5, 0.2, -1), ""),
                new DistributionChart.Row("Stretching", shares(-1, -1, -1), "n = 6"));
        assertThat(chart.alternative())
                .isEqualTo("Share of patients by Difference in pain (points) in 3 bins. Cupping (n = 90): most often"
                        + " ≥ 1, 60%; right of the line (what matters): 75%. Taping: most often < 0, 50%. Not shown: 1"
                        + " of 3.");
    }

    @Test
    void tellsTheTrajectoriesOfAllPanels() {
        TrajectoryChart.Series all =
                new TrajectoryChart.Series("All", List.of(TrajectoryChart.Visit.of(1, 5, 4, 6, 90)));
        TrajectoryChart.Series one =
                new TrajectoryChart.Series("Cupping", List.of(TrajectoryChart.Visit.of(1, 6, 5, 7, 30)));
        assertThat(new TrajectoryPanels("panels", "", PAIN, Better.LOWER, all, List.of(one)).alternative())
                .isEqualTo(
                        "Difference in pain (points) by visit with 95% intervals, lower is better. All: 5.0 points at"
                                + " visit 1 (n = 90). Cupping: 6.0 points at visit 1 (n = 30).");
        assertThat(new TrajectoryPanels("panels", "", PAIN, Better.LOWER, all, List.of()).alternative())
                .endsWith("No values are shown.");
    }

    @Test
    void refusesRowsThatDoNotFitTheBins() {
        assertThatThrownBy(() -> spread(new DistributionChart.Row("Cupping", shares(0.5), "")))
                .hasMessage("Invalid shares: 1 (must be one for each of 3 bins)");
    }

    private static DistributionChart spread(DistributionChart.Row... rows) {
        return new DistributionChart(
                "spread",
                "",
                "patients",
                PAIN,
                List.of("< 0", "0 to 1", "≥ 1"),
                Optional.of(new DistributionChart.Line(1, "what matters")),
                List.of(rows));
    }

    /** Negative ones are hidden. */
    private static List<OptionalDouble> shares(double... shares) {
        return DoubleStream.of(shares)
                .mapToObj(share -> share < 0 ? OptionalDouble.empty() : OptionalDouble.of(share))
                .toList();
    }

    @Test
    void refusesSharesBeyondAWhole() {
        assertThatThrownBy(() -> new DistributionChart.Row("Cupping", shares(1.1), ""))
                .hasMessage("Invalid share: 1.1 (must be in 0 to 1)");
        assertThatThrownBy(() -> RecurrenceChart.Month.of(0, 1.5, 1, 1, 9))
                .hasMessage("Invalid share: 1.5 (must be in 0 to 1)");
    }

    @Test
    void refusesNegativeWeights() {
        assertThatThrownBy(() -> new HeterogeneityChart.Unit(Row.suppressed("", ""), OptionalDouble.of(-1)))
                .hasMessage("Invalid weight: OptionalDouble[-1.0] (must be at least 0)");
    }

    private static HeterogeneityChart.Unit unit(Row row) {
        return new HeterogeneityChart.Unit(row, OptionalDouble.of(1));
    }

    private static ForestChart forest(ForestChart.Group... groups) {
        return new ForestChart("forest", "", PAIN, Better.HIGHER, OptionalDouble.of(0), List.of(groups));
    }
}
