package physio.outcomes.report.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import physio.outcomes.report.Axis;
import physio.outcomes.report.Better;
import physio.outcomes.report.Chart;
import physio.outcomes.report.FunnelChart;
import physio.outcomes.report.HeatChart;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.SharesChart;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryChart.Series;
import physio.outcomes.report.TrajectoryChart.Visit;
import physio.outcomes.spc.FunnelUnit;
import physio.outcomes.spc.MeanFunnel;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrChart;

/** Charts such as reports have. */
final class SampleCharts {
    static final Axis PAIN = new Axis("Mean improvement in pain from first to last session", "points", 1);
    static final YearMonth START = YearMonth.of(2023, 1);

    private SampleCharts() {}

    static List<Chart> all() {
        return List.of(intervals(), shares(), months(), trajectory(), funnel(), heat());
    }

    static HeatChart heat() {
        List<String> techniques =
                List.of("Deep tissue massage", "Proprioceptive neuromuscular facilitation", "All techniques");
        List<HeatChart.Row> rows = new ArrayList<>();
        for (int i = 0; i < techniques.size(); i++) {
            List<OptionalDouble> values = new ArrayList<>();
            for (int j = 0; j < 9; j++) {
                values.add(i == 1 && j == 4 ? OptionalDouble.empty() : OptionalDouble.of(2.5 - i - 0.4 * j));
            }
            rows.add(new HeatChart.Row(techniques.get(i), values));
        }
        return new HeatChart(
                "pain-regions",
                "Pain by technique and region",
                PAIN,
                Better.HIGHER,
                List.of(
                        "Neck",
                        "Shoulder",
                        "Upper back",
                        "Low back",
                        "Hip",
                        "Knee",
                        "Foot and ankle",
                        "Elbow and wrist",
                        "All"),
                rows);
    }

    static IntervalChart intervals() {
        return intervals(List.of(
                IntervalChart.Row.of("Deep tissue massage", 2.42, 2.11, 2.73, "n = 1204"),
                IntervalChart.Row.of("Effleurage", 1.08, 0.81, 1.35, "n = 873"),
                IntervalChart.Row.of("Myofascial release", 1.97, 1.6, 2.34, "n = 412"),
                IntervalChart.Row.of("Trigger point therapy", 2.15, 1.74, 2.56, "n = 388"),
                IntervalChart.Row.of("Proprioceptive neuromuscular facilitation", -0.31, -1.22, 0.6, "n = 37"),
                IntervalChart.Row.suppressed("Lymphatic drainage", ""),
                IntervalChart.Row.of("Sports massage", 1.77, 1.3, 2.24, "n = 204"),
                IntervalChart.Row.of("Instrument-assisted soft tissue mobilisation", 1.4, -0.4, 3.2, "n = 12"),
                IntervalChart.Row.of("Combined in one session", 1.9, 1.52, 2.28, "n = 340"),
                IntervalChart.Row.of("Mixed over the episode", 2.02, 1.81, 2.23, "n = 950")));
    }

    static IntervalChart intervals(List<IntervalChart.Row> rows) {
        return new IntervalChart("pain-techniques", "Pain by technique", PAIN, Better.HIGHER, rows);
    }

    static SharesChart shares() {
        return shares(List.of(
                SharesChart.Row.of("Deep tissue massage", 0.58, 0.37, 0.05, "n = 1204"),
                SharesChart.Row.of("Proprioceptive neuromuscular facilitation", 0.19, 0.51, 0.30, "n = 37"),
                SharesChart.Row.suppressed("Lymphatic drainage", ""),
                new SharesChart.Row(
                        "Sports massage",
                        OptionalDouble.of(0.45),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "n = 204"),
                SharesChart.Row.of("Combined in one session", 1, 0, 0, "n = 34"),
                SharesChart.Row.of("Mixed over the episode", 0, 0.02, 0.98, "n = 950")));
    }

    static SharesChart shares(List<SharesChart.Row> rows) {
        return new SharesChart("pain-shares", "Responders by technique", "episodes", rows);
    }

    static MonthsChart months() {
        double[] values = {2.1, 1.9, 2.0, 2.2, 1.8, 2.0, 2.1, 1.9, 4.4, 2.0, 1.9, Double.NaN, 2.1, 0.6, 2.2, 2.1};
        List<MonthlyPoint> points = points(values);
        points.add(MonthlyPoint.provisional(START.plusMonths(16), 2.4));
        points.add(MonthlyPoint.provisional(START.plusMonths(17), 1.7));
        return months(points, Set.of(), OptionalDouble.of(2.02));
    }

    static MonthsChart months(List<MonthlyPoint> points, Set<YearMonth> rebases, OptionalDouble target) {
        return new MonthsChart(
                "pain-months", "Pain by month", PAIN, Better.HIGHER, XmrChart.of(points, rebases), target);
    }

    static List<MonthlyPoint> points(double... values) {
        List<MonthlyPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            YearMonth month = START.plusMonths(i);
            points.add(Double.isNaN(values[i]) ? MonthlyPoint.gap(month) : MonthlyPoint.settled(month, values[i]));
        }
        return points;
    }

    /** One clinic far below, one above, the largest at the right edge. */
    static FunnelChart funnel() {
        return new FunnelChart(
                "pain-clinics",
                "Pain by clinic",
                PAIN,
                Better.HIGHER,
                new MeanFunnel(
                        List.of(
                                new FunnelUnit("C01", 412, 2.1),
                                new FunnelUnit("C02", 120, 1.2),
                                new FunnelUnit("C03", 96, 2.5),
                                new FunnelUnit("C04", 33, 1.7),
                                new FunnelUnit("C05", 640, 1.84),
                                new FunnelUnit("C06", 29, 9)),
                        2.0,
                        1.9),
                FunnelChart.Units.CLINICS,
                "patients",
                List.of("C02", "C03", "C05"));
    }

    static TrajectoryChart trajectory() {
        return trajectory(List.of(
                series("All techniques", 6.4, 1830, 12),
                series("Proprioceptive neuromuscular facilitation", 5.8, 122, 7),
                new Series("Lymphatic drainage", List.of(visit(1, 7, 30), visit(2, 6.6, 28), visit(4, 5, 11)))));
    }

    static TrajectoryChart trajectory(List<Series> series) {
        Axis axis = new Axis("Mean pain before the session", "points", 1);
        return new TrajectoryChart("pain-visits", "Pain by visit", axis, Better.LOWER, series);
    }

    static Series series(String label, double start, long patients, int visits) {
        return new Series(
                label,
                IntStream.rangeClosed(1, visits)
                        .mapToObj(number -> visit(number, start - Math.log(number), patients / number))
                        .toList());
    }

    static Visit visit(int number, double mean, long patients) {
        double half = 4 / Math.sqrt((double) patients);
        return Visit.of(number, mean, mean - half, mean + half, patients);
    }
}
