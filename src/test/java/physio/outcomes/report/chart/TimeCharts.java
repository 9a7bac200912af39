package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import physio.outcomes.report.Axis;
import physio.outcomes.report.Better;
import physio.outcomes.report.Chart;
import physio.outcomes.report.DoseChart;
import physio.outcomes.report.DoseChart.Dose;
import physio.outcomes.report.RecurrenceChart;
import physio.outcomes.report.RecurrenceChart.Group;
import physio.outcomes.report.RecurrenceChart.Month;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryPanels;

/** Charts over months, sessions and visits such as the comparison has, as full as they get. */
final class TimeCharts {
    private TimeCharts() {}

    static List<Chart> all() {
        return List.of(recurrence(), recurrenceOfMany(), dose(), panels());
    }

    static RecurrenceChart recurrence() {
        return recurrence("few", 3);
    }

    static RecurrenceChart recurrenceOfMany() {
        return recurrence("many", 9);
    }

    private static RecurrenceChart recurrence(String id, int groups) {
        List<Group> curves = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            curves.add(curve(i));
        }
        return new RecurrenceChart(id, "Free of a new episode by technique", curves);
    }

    /** Patients fall below what may be shown sooner in smaller groups. */
    private static Group curve(int place) {
        String label = place < ComparisonCharts.TECHNIQUES.size() ? ComparisonCharts.TECHNIQUES.get(place) : "Cupping";
        long start = 2400 / (1 + 4 * place);
        double hazard = 0.02 + 0.004 * place;
        return new Group(
                label,
                IntStream.rangeClosed(0, 24)
                        .mapToObj(month -> month(month, StrictMath.exp(-hazard * month), start - start * month / 25))
                        .toList());
    }

    private static Month month(int number, double free, long atRisk) {
        double half = number / 12.0 / StrictMath.sqrt(5.0 + atRisk);
        return atRisk < 5
                ? Month.suppressed(number)
                : Month.of(number, free, Math.max(0, free - half), Math.min(1, free + half), atRisk);
    }

    static DoseChart dose() {
        List<Dose> doses = new ArrayList<>();
        for (int i = 1; i < 12; i++) {
            double mean = 2.4 - 2.4 / (1 + i);
            double half = 0.05 * i;
            doses.add(i == 9 ? Dose.suppressed(9) : Dose.of(i, mean, mean - half, mean + half, 3900 / (i * i)));
        }
        doses.add(Dose.of(12, 1.9, 1.4, 2.4, 41).andMore());
        return new DoseChart(
                "pain-dose",
                "Pain by sessions",
                new Axis("Mean improvement in pain", "points", 1),
                Better.HIGHER,
                doses,
                IntStream.rangeClosed(0, 44)
                        .mapToObj(i -> new DoseChart.Point(1 + i / 4.0, 1 + 0.2 * i / 4.0 - 0.011 * i * i / 16.0))
                        .toList());
    }

    static TrajectoryPanels panels() {
        List<TrajectoryChart.Series> series = new ArrayList<>();
        for (int i = 0; i < ComparisonCharts.TECHNIQUES.size(); i++) {
            series.add(SampleCharts.series(ComparisonCharts.TECHNIQUES.get(i), 7 - 0.3 * i, 1200 / (1 + i), 12 - i));
        }
        series.add(new TrajectoryChart.Series("Cupping", List.of()));
        return new TrajectoryPanels(
                "pain-panels",
                "Pain by visit and technique",
                new Axis("Mean pain before the session", "points", 1),
                Better.LOWER,
                SampleCharts.series("All techniques", 6.4, 1830, 12),
                series);
    }
}
