package physio.outcomes.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Trajectories of many groups, each in a small panel of its own against that of all: more than three or four in one
 * plot hide each other's intervals.
 *
 * @param all the line that stands in each panel, without its interval
 */
public record TrajectoryPanels(
        String id,
        String title,
        Axis axis,
        Better better,
        TrajectoryChart.Series all,
        List<TrajectoryChart.Series> series)
        implements Chart {

    public TrajectoryPanels {
        Chart.checkedId(id);
        series = List.copyOf(series);
    }

    @Override
    public String alternative() {
        List<TrajectoryChart.Series> lines = series.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(all), series.stream()).toList();
        return new TrajectoryChart(id, title, axis, better, lines).alternative();
    }
}
