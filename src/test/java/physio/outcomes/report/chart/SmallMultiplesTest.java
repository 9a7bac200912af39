package physio.outcomes.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Chart;
import physio.outcomes.report.DistributionChart;

class SmallMultiplesTest {
    @Test
    void keepsHiddenBinsApartFromEmptyOnes() {
        CategoryDataset bins = Drawn.rows(ComparisonCharts.distribution()).getDataset();
        assertThat(bins.getRowCount()).isEqualTo(12);
        assertThat(bins.getColumnCount()).isEqualTo(8);
        assertThat((Double) bins.getValue(6, 0)).isEqualTo(0.25);
        assertThat(bins.getValue(6, 2)).isNull();
        assertThat(Drawn.texts(ComparisonCharts.distribution(), Size.WIDE))
                .contains("hidden", "25%", "0%", "not shown");
    }

    @Test
    void explainsHiddenBinsOnlyWhereThereAreSome() {
        DistributionChart.Row whole = row(OptionalDouble.of(0.1));
        assertThat(Drawn.texts(ComparisonCharts.distribution(List.of(whole)), Size.WIDE))
                .doesNotContain("hidden")
                .contains("smallest difference that matters");
    }

    @Test
    void drawsTheLineBetweenBins() {
        assertThat(Drawn.rules(ComparisonCharts.distribution())).containsExactly(5.5);
    }

    @Test
    void namesRowsBesideOrAboveTheirBars() {
        assertThat(Drawn.texts(ComparisonCharts.distribution(), Size.WIDE)).contains("Sports massage", "n = 630");
        assertThat(Drawn.texts(ComparisonCharts.distribution(), Size.NARROW)).contains("Sports massage, n = 630");
    }

    @Test
    void namesTheLastBinAndAsManyAsFit() {
        for (Size size : Size.values()) {
            assertThat(Drawn.texts(ComparisonCharts.distribution(), size))
                    .contains("≥ 6", "−4 to −3")
                    .doesNotContain("5 to 6");
        }
    }

    @Test
    void givesEachTrajectoryAPanelWithOneScale() {
        List<XYPlot> plots = panels(TimeCharts.panels());
        Range values = plots.get(0).getRangeAxis().getRange();
        assertThat(plots).hasSize(9).allSatisfy(plot -> {
            assertThat(plot.getRangeAxis().getRange()).isEqualTo(values);
            assertThat(plot.getDataset(2).getItemCount(0)).as("all").isEqualTo(12);
        });
        assertThat(plots.get(1).getDataset(3).getItemCount(0)).isEqualTo(11);
        assertThat(plots.get(1).getDataset(0).getSeriesCount()).as("band").isEqualTo(1);
        assertThat(plots.get(8).getDataset(3).getItemCount(0)).as("not shown").isZero();
    }

    @Test
    void saysInEachPanelHowManyPatientsThereAre() {
        for (Size size : Size.values()) {
            assertThat(Drawn.texts(TimeCharts.panels(), size))
                    .contains("Deep tissue massage", "not shown")
                    .anyMatch(text -> text.startsWith("n = 600 at visit 1,"));
        }
    }

    private static List<XYPlot> panels(Chart chart) {
        return ((PanelPlot) ChartDrawing.picture(chart, Size.WIDE).chart().getPlot()).plots();
    }

    private static DistributionChart.Row row(OptionalDouble share) {
        return new DistributionChart.Row(
                "Cupping", IntStream.range(0, 12).mapToObj(bin -> share).toList(), "");
    }
}
