package physio.outcomes.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Chart;
import physio.outcomes.report.IntervalChart;
import physio.outcomes.report.IntervalChart.Row;
import physio.outcomes.report.SharesChart;

class PicturesTest {
    @Test
    void leavesSuppressedRowsAsGapsWithWords() {
        CategoryDataset intervals = Drawn.rows(SampleCharts.intervals()).getDataset();
        assertThat(intervals.getColumnCount()).isEqualTo(10);
        assertThat(intervals.getValue(0, 0)).isEqualTo(2.42);
        assertThat(intervals.getValue(0, 5)).isNull();
        assertThat(Drawn.texts(SampleCharts.intervals(), Size.WIDE)).containsOnlyOnce("not shown");
        assertThat(Drawn.texts(SampleCharts.shares(), Size.WIDE))
                .filteredOn("not shown"::equals)
                .hasSize(2);
    }

    @Test
    void saysNotShownWhereEveryRowIsSuppressed() {
        IntervalChart intervals = SampleCharts.intervals(List.of(Row.suppressed("Cupping", "")));
        Chart shares = SampleCharts.shares(List.of(SharesChart.Row.suppressed("Cupping", "")));
        assertThat(Drawn.texts(intervals, Size.NARROW)).contains("Cupping", "not shown");
        assertThat(Drawn.texts(shares, Size.NARROW)).contains("Cupping", "not shown");
    }

    @Test
    void writesEstimateIntervalAndNumberBesideARow() {
        assertThat(Drawn.texts(SampleCharts.intervals(), Size.WIDE))
                .contains("2.4 (2.1 to 2.7)", "n = 1204", "−0.3 (−1.2 to 0.6)");
        assertThat(Drawn.texts(SampleCharts.intervals(), Size.NARROW))
                .contains("2.4", "n = 1204", "Proprioceptive", "neuromuscular");
    }

    @Test
    void keepsZeroAndWholeIntervalsOnTheAxis() {
        IntervalChart chart =
                SampleCharts.intervals(List.of(Row.of("low", 1, 0.5, 1.5, ""), Row.of("high", 2, 1.5, 2.5, "")));
        CategoryPlot plot = Drawn.rows(chart);
        assertThat(plot.getRangeAxis().getRange().contains(0)).isTrue();
        assertThat(plot.getRangeAxis().getRange().contains(2.5)).isTrue();
    }

    @Test
    void doesNotLetOneLongIntervalFlattenTheOthers() {
        IntervalChart chart = SampleCharts.intervals(
                List.of(Row.of("a", 1, 0.5, 1.5, ""), Row.of("b", 2, 1.5, 2.5, ""), Row.of("c", 1, -900, 900, "")));
        CategoryPlot plot = Drawn.rows(chart);
        assertThat(plot.getRangeAxis().getRange().getLength()).isLessThan(10);
        assertThat(Drawn.texts(chart, Size.WIDE)).contains("1.0 (−900.0 to 900.0)");
    }

    @Test
    void growsWithTheRows() {
        int[] heights = IntStream.rangeClosed(1, 3).map(PicturesTest::heightOf).toArray();
        assertThat(heights[1] - heights[0]).isGreaterThan(20).isEqualTo(heights[2] - heights[1]);
        int wide = ChartDrawing.picture(SampleCharts.shares(), Size.WIDE).height();
        assertThat(ChartDrawing.picture(SampleCharts.shares(), Size.NARROW).height())
                .as("labels wrap")
                .isGreaterThan(wide);
    }

    private static int heightOf(int rows) {
        List<SharesChart.Row> same = Collections.nCopies(rows, SharesChart.Row.of("Effleurage", 0.5, 0.4, 0.1, ""));
        return ChartDrawing.picture(SampleCharts.shares(same), Size.WIDE).height();
    }

    @Test
    void breaksTheLineAtMissingMonths() {
        XYDataset months = Drawn.lines(SampleCharts.months()).getDataset(1);
        assertThat(months.getItemCount(0)).isEqualTo(18);
        assertThat(months.getYValue(0, 11)).isNaN();
        assertThat(months.getXValue(0, 17) - months.getXValue(0, 0)).isEqualTo(17);
    }

    @Test
    void explainsOnlyTheMarksThatAreDrawn() {
        assertThat(Drawn.texts(SampleCharts.months(), Size.WIDE))
                .contains("stands out, improving", "provisional", "target", "upper 3.7", "Jan 23")
                .doesNotContain("stands out, concerning");
        assertThat(Drawn.texts(
                        SampleCharts.months(SampleCharts.points(1, 2, 1), Set.of(), OptionalDouble.empty()), Size.WIDE))
                .doesNotContain("target", "provisional")
                .anyMatch(text -> text.contains("limits provisional, fewer than 13 months"));
    }

    @Test
    void breaksTrajectoriesAtMissingVisits() {
        XYPlot plot = Drawn.lines(SampleCharts.trajectory());
        XYDataset means = plot.getDataset(2);
        assertThat(IntStream.range(0, 4).mapToDouble(i -> means.getYValue(2, i)))
                .containsExactly(7.0, 6.6, Double.NaN, 5.0);
        assertThat(plot.getDataset(0).getSeriesCount()).as("bands").isEqualTo(3);
        assertThat(plot.getDataset(1).getSeriesCount())
                .as("bars of lone visits")
                .isEqualTo(1);
        assertThat(Drawn.texts(SampleCharts.trajectory(), Size.WIDE))
                .contains("All techniques (n = 1830 at visit 1, 152 at visit 12)");
    }
}
