package physio.outcomes.report.chart;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import physio.outcomes.report.BalanceChart;
import physio.outcomes.report.Chart;
import physio.outcomes.report.DistributionChart;
import physio.outcomes.report.DoseChart;
import physio.outcomes.report.ForestChart;
import physio.outcomes.report.FunnelChart;
import physio.outcomes.report.HeatChart;
import physio.outcomes.report.HeterogeneityChart;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.MonthsChart;
import physio.outcomes.report.RecurrenceChart;
import physio.outcomes.report.SharesChart;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryPanels;

/** Draws a chart. */
public final class ChartDrawing {
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(IntervalChart.class, chart -> !chart.rows().isEmpty(), IntervalPicture::of),
            new Kind<>(SharesChart.class, chart -> !chart.rows().isEmpty(), SharesPicture::of),
            new Kind<>(MonthsChart.class, MonthsPicture::hasPoints, MonthsPicture::of),
            new Kind<>(TrajectoryChart.class, chart -> Visits.hasAny(chart.series()), TrajectoryPicture::of),
            new Kind<>(ForestChart.class, chart -> !chart.models().isEmpty(), ForestPicture::of),
            new Kind<>(BalanceChart.class, BalancePicture::hasTerms, BalancePicture::of),
            new Kind<>(HeterogeneityChart.class, chart -> !chart.units().isEmpty(), HeterogeneityPicture::of),
            new Kind<>(RecurrenceChart.class, RecurrencePicture::hasCurves, RecurrencePicture::of),
            new Kind<>(DoseChart.class, DosePicture::hasPoints, DosePicture::of),
            new Kind<>(DistributionChart.class, DistributionPicture::hasBins, DistributionPicture::of),
            new Kind<>(TrajectoryPanels.class, PanelsPicture::hasPoints, PanelsPicture::of),
            new Kind<>(FunnelChart.class, FunnelPicture::hasUnits, FunnelPicture::of),
            new Kind<>(HeatChart.class, HeatPicture::hasValues, HeatPicture::of));

    private ChartDrawing() {}

    /** How one kind of chart is drawn, and when there is something to draw. */
    private record Kind<C extends Chart>(
            Class<C> type, Predicate<C> hasSomething, BiFunction<C, Size, Picture> drawing) {
        Picture picture(Chart any, Size size) {
            C chart = type.cast(any);
            return hasSomething.test(chart) ? drawing.apply(chart, size) : EmptyPicture.of();
        }
    }

    /** The chart in a size. */
    public static Artwork of(Chart chart, Size size) {
        return new Artwork(chart, size.suffix(), size.width(), picture(chart, size));
    }

    /** Months in a tile's width, without any text but the alternative. */
    public static Artwork inTile(MonthsChart months) {
        return new Artwork(months, "tile", SparklinePicture.WIDTH, SparklinePicture.of(months));
    }

    /** What is drawn, for tests that look at its data set. */
    static Picture picture(Chart chart, Size size) {
        return KINDS.stream()
                .filter(kind -> kind.type().isInstance(chart))
                .findFirst()
                .orElseThrow()
                .picture(chart, size);
    }
}
