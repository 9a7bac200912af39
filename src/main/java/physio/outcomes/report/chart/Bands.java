package physio.outcomes.report.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import physio.outcomes.report.TrajectoryChart;
import physio.outcomes.report.TrajectoryChart.Visit;

/** The 95% intervals of visits: a band over adjacent ones, a bar for one that stands alone. */
final class Bands {
    private final YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    private final DeviationRenderer bandRenderer = new DeviationRenderer(false, false);
    private final YIntervalSeriesCollection bars = new YIntervalSeriesCollection();
    private final XYErrorRenderer barRenderer = new XYErrorRenderer();

    Bands(TrajectoryChart chart) {
        bandRenderer.setAlpha(1f);
        barRenderer.setDrawXError(false);
        barRenderer.setDefaultShapesVisible(false);
        barRenderer.setErrorStroke(new BasicStroke(1.25f));
        for (int i = 0; i < chart.series().size(); i++) {
            LineStyle style = LineStyle.of(i);
            runs(chart.series().get(i).visits()).forEach(run -> add(run, style));
        }
    }

    YIntervalSeriesCollection bands() {
        return bands;
    }

    DeviationRenderer bandRenderer() {
        return bandRenderer;
    }

    YIntervalSeriesCollection bars() {
        return bars;
    }

    XYErrorRenderer barRenderer() {
        return barRenderer;
    }

    /** Stretches of visits without a gap in number or interval. */
    private static List<List<Visit>> runs(List<Visit> visits) {
        List<List<Visit>> runs = new ArrayList<>();
        int previous = Integer.MIN_VALUE;
        for (Visit visit : visits) {
            if (visit.mean().isEmpty() || visit.low().isEmpty() || visit.high().isEmpty()) {
                continue;
            }
            if (visit.number() != previous + 1) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(visit);
            previous = visit.number();
        }
        return runs;
    }

    private void add(List<Visit> run, LineStyle style) {
        YIntervalSeriesCollection target = run.size() > 1 ? bands : bars;
        int place = target.getSeriesCount();
        YIntervalSeries series = new YIntervalSeries(place);
        for (Visit visit : run) {
            series.add(
                    visit.number(),
                    visit.mean().orElseThrow(),
                    visit.low().orElseThrow(),
                    visit.high().orElseThrow());
        }
        target.addSeries(series);
        if (run.size() > 1) {
            bandRenderer.setSeriesFillPaint(place, style.band());
        } else {
            barRenderer.setSeriesPaint(place, style.ink());
        }
    }
}
