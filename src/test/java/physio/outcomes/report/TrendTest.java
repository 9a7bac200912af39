package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Status;
import physio.outcomes.report.Page.Tone;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrChart;

/** Ten months that go up and down by 1 around 10, so that limits lie 2.66 from the mean, and then one more. */
class TrendTest {
    @Test
    void tellsWhereAFigureStandsByWhichEndIsBetter() {
        assertThat(status(Better.HIGHER, 17)).isEqualTo(new Status(Tone.GOOD, "▲ Improving"));
        assertThat(status(Better.HIGHER, 3)).isEqualTo(new Status(Tone.BAD, "▼ Concerning"));
        assertThat(status(Better.LOWER, 17)).isEqualTo(new Status(Tone.BAD, "▼ Concerning"));
        assertThat(status(Better.LOWER, 3)).isEqualTo(new Status(Tone.GOOD, "▲ Improving"));
        assertThat(status(Better.HIGHER, 10)).isEqualTo(new Status(Tone.PLAIN, "● No significant change"));
    }

    @Test
    void callsAnAmountNeitherGoodNorBad() {
        assertThat(status(Better.NEITHER, 17)).isEqualTo(new Status(Tone.PLAIN, "▲ More than usual"));
        assertThat(status(Better.NEITHER, 3)).isEqualTo(new Status(Tone.PLAIN, "▼ Fewer than usual"));
        assertThat(status(Better.NEITHER, 10)).isEqualTo(new Status(Tone.PLAIN, "● As usual"));
    }

    @Test
    void namesTheMonthThatIsJudgedWhereTheNewestMayStillChange() {
        List<MonthlyPoint> points = months(3);
        points.add(MonthlyPoint.provisional(YearMonth.of(2024, 6), 20));
        assertThat(new Trend(chart(Better.HIGHER, points)).statuses())
                .containsExactly(new Status(Tone.BAD, "▼ Concerning, May 24"));
        assertThat(new Trend(chart(Better.HIGHER, points)).lastConcern()).isEqualTo("May 2024 is below the limits");
    }

    @Test
    void saysWhyNothingCanBeSaid() {
        assertThat(new Trend(chart(Better.HIGHER, List.of(MonthlyPoint.settled(YearMonth.of(2024, 1), 5)))).statuses())
                .containsExactly(new Status(Tone.PLAIN, "○ Too early to say"));
        List<MonthlyPoint> flat = new ArrayList<>();
        for (int month = 1; month <= 5; month++) {
            flat.add(MonthlyPoint.settled(YearMonth.of(2024, month), 5));
        }
        assertThat(new Trend(chart(Better.HIGHER, flat)).statuses())
                .containsExactly(new Status(Tone.PLAIN, "○ Hardly varies"));
    }

    @Test
    void holdsTheLimitsAgainstATarget() {
        assertThat(kept(Better.HIGHER, 7)).isEqualTo(new Status(Tone.GOOD, "✔ Keeps the target of 7.0 points"));
        assertThat(kept(Better.HIGHER, 10))
                .isEqualTo(new Status(Tone.PLAIN, "≈ Hits and misses the target of 10.0 points"));
        assertThat(kept(Better.HIGHER, 13)).isEqualTo(new Status(Tone.BAD, "✘ Fails the target of 13.0 points"));
        assertThat(kept(Better.LOWER, 13)).isEqualTo(new Status(Tone.GOOD, "✔ Keeps the target of 13.0 points"));
    }

    @Test
    void drawsNothingOfASingleMonth() {
        assertThat(new Trend(chart(
                                Better.HIGHER,
                                List.of(
                                        MonthlyPoint.settled(YearMonth.of(2024, 1), 5),
                                        MonthlyPoint.gap(YearMonth.of(2024, 2)))))
                        .drawn())
                .isEmpty();
        assertThat(new Trend(chart(Better.HIGHER, months(10))).drawn()).isPresent();
    }

    private static Status status(Better better, double last) {
        return new Trend(chart(better, months(last))).statuses().get(0);
    }

    private static Status kept(Better better, double target) {
        return new Trend(chart(better, months(10)).withTarget(OptionalDouble.of(target)))
                .statuses()
                .get(1);
    }

    private static List<MonthlyPoint> months(double last) {
        List<MonthlyPoint> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            points.add(MonthlyPoint.settled(YearMonth.of(2023, 7).plusMonths(i), i % 2 == 0 ? 9.5 : 10.5));
        }
        points.add(MonthlyPoint.settled(YearMonth.of(2024, 5), last));
        return points;
    }

    private static MonthsChart chart(Better better, List<MonthlyPoint> points) {
        return new MonthsChart(
                "months",
                "Pain by month",
                new Axis("Pain", "points", 1),
                better,
                XmrChart.of(points, Set.of()),
                OptionalDouble.empty());
    }
}
