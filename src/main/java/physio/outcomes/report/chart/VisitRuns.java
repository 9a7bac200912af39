package physio.outcomes.report.chart;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.report.TrajectoryChart.Visit;

/** Stretches of visits without a gap in number or interval. */
final class VisitRuns {
    private VisitRuns() {}

    static List<List<Bands.Point>> of(List<Visit> visits) {
        List<List<Bands.Point>> runs = new ArrayList<>();
        int previous = Integer.MIN_VALUE;
        for (Visit visit : visits) {
            if (visit.mean().isEmpty() || visit.low().isEmpty() || visit.high().isEmpty()) {
                continue;
            }
            if (visit.number() != previous + 1) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point(visit));
            previous = visit.number();
        }
        return runs;
    }

    private static Bands.Point point(Visit visit) {
        return new Bands.Point(
                visit.number(),
                visit.mean().orElseThrow(),
                visit.low().orElseThrow(),
                visit.high().orElseThrow());
    }
}
