package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.TrajectoryChart.Series;
import physio.outcomes.report.TrajectoryChart.Visit;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrChart;

class ChartAlternativesTest {
    private static final Axis PAIN = new Axis("Improvement in pain", "points", 1);
    private static final YearMonth START = YearMonth.of(2024, 1);

    @Test
    void tellsTheHighestAndLowestInterval() {
        IntervalChart chart = intervals(
                IntervalChart.Row.of("Effleurage", 1.04, 0.8, 1.25, "n = 40"),
                IntervalChart.Row.suppressed("Cupping", ""),
                IntervalChart.Row.of("Stretching", -0.44, -1.2, 0.3, "n = 12"));
        assertThat(chart.alternative())
                .isEqualTo("Improvement in pain (points) with 95% intervals, higher is better. Highest of 2: Effleurage"
                        + " 1.0 points (0.8 to 1.3), n = 40; lowest: Stretching −0.4 points (−1.2 to 0.3), n = 12."
                        + " Not shown: 1 of 3.");
    }

    @Test
    void tellsASingleRowAndNone() {
        IntervalChart.Row bare = new IntervalChart.Row(
                "Effleurage", OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.empty(), "");
        assertThat(intervals(bare).alternative()).endsWith("higher is better. Effleurage 1.0 points.");
        assertThat(intervals().alternative()).endsWith("No values are shown.");
        assertThat(intervals(IntervalChart.Row.suppressed("Cupping", "")).alternative())
                .endsWith("No values are shown.");
    }

    /** In public none is shown. */
    @Test
    void namesNoIntervalsWhereNoneIsShown() {
        IntervalChart.Row bare = new IntervalChart.Row(
                "Effleurage", OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.empty(), "");
        assertThat(intervals(bare).alternative()).startsWith("Improvement in pain (points), higher is better.");
        Visit visit = new Visit(
                1, OptionalDouble.of(5), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
        assertThat(new TrajectoryChart(
                                "visits", "Visits", PAIN, Better.HIGHER, List.of(new Series("All", List.of(visit))))
                        .alternative())
                .isEqualTo("Improvement in pain (points) by visit, higher is better. All: 5.0 points at visit 1.");
    }

    @Test
    void tellsTheMostAndFewestImproved() {
        SharesChart chart = new SharesChart(
                "shares",
                "Responders",
                "episodes",
                List.of(
                        SharesChart.Row.of("Effleurage", 0.505, 0.395, 0.1, "n = 200"),
                        SharesChart.Row.of("Stretching", 0.25, 0.7, 0.05, ""),
                        SharesChart.Row.suppressed("Cupping", "")));
        assertThat(chart.alternative())
                .isEqualTo("Share of episodes improved, without meaningful change and worse. Most improved of 2: "
                        + "Effleurage 51% improved, 10% worse (n = 200); fewest: Stretching 25% improved, 5% worse."
                        + " Not shown: 1 of 3.");
    }

    @Test
    void tellsMonthsLimitsAndSignals() {
        List<MonthlyPoint> points = new ArrayList<>();
        double[] values = {2, 1, 3, 1, 2, 3, 1, 2, 3, 1, 9};
        for (double value : values) {
            points.add(MonthlyPoint.settled(START.plusMonths(points.size()), value));
        }
        points.add(MonthlyPoint.provisional(START.plusMonths(11), 3));
        MonthsChart chart = new MonthsChart(
                "months", "Months", PAIN, Better.HIGHER, XmrChart.of(points, Set.of()), OptionalDouble.of(2));
        assertThat(chart.alternative())
                .isEqualTo("Improvement in pain (points) by month, higher is better. From January 2024 2.0 points to"
                        + " December 2024 3.0 points, provisional. Mean 2.5, limits −1.3 to 6.4 (provisional, fewer than"
                        + " 13 months). Months that stand out: 1, last November 2024, above the limits. The target is"
                        + " 2.0 points.");
    }

    @Test
    void tellsStartAndEndOfEachTrajectory() {
        Axis percent = new Axis("Pain-free", "%", 0);
        List<Visit> visits =
                List.of(Visit.of(1, 12, 10, 14, 90), Visit.of(2, 20, 15, 25, 60), Visit.of(3, 31, 20, 40, 33));
        TrajectoryChart chart = new TrajectoryChart(
                "visits",
                "Visits",
                percent,
                Better.NEITHER,
                List.of(new Series("All", visits), new Series("Cupping", List.of())));
        assertThat(chart.alternative())
                .isEqualTo("Pain-free (%) by visit with 95% intervals. All: 12% at visit 1 (n = 90), 31% at visit 3"
                        + " (n = 33). Cupping: not shown.");
    }

    @Test
    void refusesIdsThatCannotNameADefinition() {
        assertThatThrownBy(() -> new SharesChart("a b)", "", "", List.of()))
                .hasMessage("Invalid chart id: a b) (must be a letter, then letters, digits, _ or -)");
    }

    @Test
    void refusesSharesBeyondAWhole() {
        assertThatThrownBy(() -> SharesChart.Row.of("Cupping", 0.5, 0.5, 0.25, ""))
                .hasMessage("Invalid shares: 1.25 (must be at most 1 together)");
        assertThatThrownBy(() -> SharesChart.Row.of("Cupping", -0.5, 0.5, 0.25, ""))
                .hasMessage("Invalid share: -0.5 (must be in 0 to 1)");
    }

    @Test
    void writesNumbersWithALongMinusAndNoNegativeZero() {
        assertThat(PAIN.number(-1.25)).isEqualTo("−1.3");
        assertThat(PAIN.number(-0.04)).isEqualTo("0.0");
        assertThat(PAIN.amount(2)).isEqualTo("2.0 points");
        assertThat(new Axis("Rate", "%", 0).amount(40)).isEqualTo("40%");
    }

    private static IntervalChart intervals(IntervalChart.Row... rows) {
        return new IntervalChart("pain", "Pain", PAIN, Better.HIGHER, List.of(rows));
    }
}
