package physio.outcomes.report.chart;

import physio.outcomes.report.Chart;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.SharesChart;
import physio.outcomes.report.TrajectoryChart;

/** Draws a chart. */
public final class ChartDrawing {
    private ChartDrawing() {}

    /** The chart as an {@code <svg>} element; ids in it begin with the chart's id and size. */
    public static String svg(Chart chart, Size size) {
        return SvgElement.of(chart, size, picture(chart, size));
    }

    /** What is drawn, for tests that look at its data set. */
    static Picture picture(Chart chart, Size size) {
        if (chart instanceof IntervalChart intervals) {
            return intervals.rows().isEmpty() ? EmptyPicture.of() : IntervalPicture.of(intervals, size);
        }
        if (chart instanceof SharesChart shares) {
            return shares.rows().isEmpty() ? EmptyPicture.of() : SharesPicture.of(shares, size);
        }
        if (chart instanceof MonthsChart months) {
            return months.months().points().stream()
                            .noneMatch(point -> point.value().isPresent())
                    ? EmptyPicture.of()
                    : MonthsPicture.of(months, size);
        }
        TrajectoryChart trajectory = (TrajectoryChart) chart;
        return trajectory.series().stream().allMatch(one -> one.shown().isEmpty())
                ? EmptyPicture.of()
                : TrajectoryPicture.of(trajectory, size);
    }
}
