package physio.outcomes.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Better;
import physio.outcomes.report.Chart;
import physio.outcomes.report.ForestChart;
import physio.outcomes.report.HeterogeneityChart.Unit;
import physio.outcomes.report.IntervalChart.Row;

class EstimatePicturesTest {
    private static final Row NONE = Row.suppressed("39 clinics", "fewer than 3 clinics");

    @Test
    void putsEachGroupOfAForestBelowItsHeading() {
        CategoryDataset forest = Drawn.rows(ComparisonCharts.forest()).getDataset();
        assertThat(forest.getColumnCount()).isEqualTo(8 * (1 + 6));
        assertThat(forest.getValue(0, 0)).as("heading").isNull();
        assertThat((Double) forest.getValue(0, 1)).isEqualTo(0.9);
        assertThat((Double) forest.getValue(1, 1)).isEqualTo(0.9 - 0.2);
        assertThat(Drawn.texts(ComparisonCharts.forest(), Size.WIDE))
                .containsSubsequence("Deep tissue massage", "Crude")
                .contains("0.90 (0.70 to 1.10)")
                .anyMatch(text -> text.endsWith("← favours the reference · favours the technique →"));
    }

    @Test
    void keepsRowsThatAreNotComparableWithTheirNote() {
        for (Size size : Size.values()) {
            List<String> texts = Drawn.texts(ComparisonCharts.forest(), size);
            assertThat(texts).filteredOn("not shown"::equals).hasSize(7);
            assertThat(texts).filteredOn("not comparable"::equals).hasSize(7);
        }
    }

    /** A4 within its margins is 182 mm by 263 mm; a heading stands above the chart. */
    @Test
    void fitsOnAPageHoweverFullAForestIs() {
        int height = ChartDrawing.picture(ComparisonCharts.forest(), Size.WIDE).height();
        assertThat(height).isLessThan(Size.WIDE.width() * (263 - 12) / 182);
    }

    @Test
    void drawsALineOnlyWhereAValueMeansNoDifference() {
        assertThat(Drawn.rules(ComparisonCharts.forest())).containsExactly(0.0);
        assertThat(Drawn.rules(ComparisonCharts.thresholds())).isEmpty();
        assertThat(Drawn.texts(ComparisonCharts.thresholds(), Size.WIDE)).noneMatch(text -> text.contains("favours"));
    }

    @Test
    void keepsPercentagesWithinAHundred() {
        NumberAxis axis = (NumberAxis) Drawn.rows(ComparisonCharts.thresholds()).getRangeAxis();
        assertThat(axis.getUpperBound()).isEqualTo(100);
        assertThat(axis.getLowerBound()).isBetween(40.0, 47.0);
    }

    @Test
    void numbersTheAxisMoreThanOnce() {
        for (Chart chart : ComparisonCharts.all().subList(0, 4)) {
            NumberAxis axis = (NumberAxis) ((CategoryPlot)
                            ChartDrawing.picture(chart, Size.NARROW).chart().getPlot())
                    .getRangeAxis();
            assertThat(axis.getRange().getLength() / axis.getTickUnit().getSize())
                    .as(chart.id())
                    .isBetween(1.0, 3.0);
        }
    }

    @Test
    void marksModelsAlikeInAllGroupsAndUnlikeEachOther() {
        List<LineStyle> styles =
                IntStream.range(0, 9).mapToObj(LineStyle::of).distinct().toList();
        assertThat(styles).hasSize(9);
        assertThat(styles.stream().map(LineStyle::shape).distinct()).hasSize(9);
        assertThat(styles.stream().map(LineStyle::stroke).distinct()).hasSize(9);
        assertThat(ComparisonCharts.forest().models()).isEqualTo(ComparisonCharts.MODELS);
    }

    @Test
    void pointsBackwardsWhereLowerIsBetter() {
        ForestChart chart = new ForestChart(
                "a",
                "",
                ComparisonCharts.PAIN,
                Better.LOWER,
                OptionalDouble.of(0),
                List.of(new ForestChart.Group("", List.of(Row.of("x", 1, 0, 2, "")))));
        assertThat(Drawn.texts(chart, Size.WIDE))
                .anyMatch(text -> text.endsWith("← favours the technique · favours the reference →"));
        assertThat(Drawn.rows(chart).getDataset().getColumnCount())
                .as("no heading without a label")
                .isEqualTo(1);
    }

    @Test
    void drawsDifferencesOfBothSignsOnOneSide() {
        CategoryDataset balance = Drawn.rows(ComparisonCharts.balance()).getDataset();
        assertThat(balance.getValue(BalanceMark.BEFORE, new RowKey(1))).isEqualTo(0.62);
        assertThat(balance.getValue(BalanceMark.AFTER, new RowKey(1))).isEqualTo(0.0);
        assertThat(balance.getValue(BalanceMark.AFTER, new RowKey(8))).isNull();
        assertThat(Drawn.rules(ComparisonCharts.balance())).containsExactly(0.1, 0.25);
        assertThat(Drawn.texts(ComparisonCharts.balance(), Size.WIDE))
                .contains("In the model", "Not in the model", "0.62 → 0.00", "0.40 → not shown", "not shown");
    }

    @Test
    void endsUnitsWithWhatTheyComeToTogether() {
        Chart chart = ComparisonCharts.heterogeneity();
        CategoryDataset rows = Drawn.rows(chart).getDataset();
        assertThat(rows.getColumnCount()).isEqualTo(40 + 3);
        assertThat((Double) rows.getValue(0, 41)).isEqualTo(0.61);
        assertThat(rows.getValue(0, 42)).as("estimate of the prediction").isNull();
        assertThat((Double) rows.getValue(2, 42)).isEqualTo(1.36);
        assertThat(Drawn.texts(chart, Size.WIDE)).contains("−0.14 to 1.36", "0.61 (0.48 to 0.74)", "fewer than 20");
        assertThat(Drawn.texts(chart, Size.NARROW)).contains("−0.14 to 1.36", "0.61");
    }

    @Test
    void keepsUnitsWithoutWeightsAndWithoutAPooledEstimate() {
        Unit unit = new Unit(Row.of("Clinic C01", 1, 0, 2, ""), OptionalDouble.empty());
        Chart chart = ComparisonCharts.heterogeneity(List.of(unit), NONE, Row.suppressed("Prediction interval", ""));
        assertThat(Drawn.texts(chart, Size.WIDE)).contains("one unit", "fewer than 3 clinics", "not shown");
    }
}
