package physio.outcomes.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.RecurrenceChart;
import physio.outcomes.report.RecurrenceChart.Group;
import physio.outcomes.report.RecurrenceChart.Month;

class TimePicturesTest {
    @Test
    void holdsAShareUntilTheNextMonth() {
        XYDataset curve = Drawn.lines(recurrence(
                        Month.of(0, 1, 1, 1, 90), Month.of(1, 0.9, 0.8, 1, 70), Month.of(2, 0.7, 0.5, 0.8, 40)))
                .getDataset(2);
        assertThat(IntStream.range(0, curve.getItemCount(0))
                        .mapToObj(i -> curve.getXValue(0, i) + ": " + curve.getYValue(0, i)))
                .containsExactly("0.0: 100.0", "1.0: 100.0", "1.0: 90.0", "2.0: 90.0", "2.0: 70.0");
    }

    @Test
    void endsACurveWhereItsNumberAtRiskIsHidden() {
        RecurrenceChart chart = recurrence(
                Month.of(0, 1, 1, 1, 90), Month.of(1, 0.9, 0.8, 1, 7), Month.suppressed(2), Month.of(3, 0.1, 0, 1, 9));
        XYPlot plot = Drawn.lines(chart);
        assertThat(plot.getDataset(2).getXValue(0, plot.getDataset(2).getItemCount(0) - 1))
                .isEqualTo(1);
        assertThat(plot.getDataset(0).getItemCount(0)).as("corners of the band").isEqualTo(3);
        assertThat(Drawn.texts(chart, Size.NARROW)).contains("90", "7", "hidden");
    }

    @Test
    void drawsBandsOfFewGroupsOnly() {
        assertThat(Drawn.lines(TimeCharts.recurrence()).getDataset(0).getSeriesCount())
                .isEqualTo(3);
        assertThat(Drawn.lines(TimeCharts.recurrenceOfMany()).getDataset(0).getSeriesCount())
                .isZero();
        assertThat(Drawn.lines(TimeCharts.recurrenceOfMany()).getDataset(2).getSeriesCount())
                .isEqualTo(9);
    }

    @Test
    void saysWhereTheAxisDoesNotBeginAtZero() {
        RecurrenceChart high = recurrence(Month.of(0, 1, 1, 1, 90), Month.of(1, 0.9, 0.5, 1, 70));
        RecurrenceChart low = recurrence(Month.of(0, 1, 1, 1, 90), Month.of(1, 0.9, 0.49, 1, 70));
        assertThat(Drawn.lines(high).getRangeAxis().getLowerBound()).isEqualTo(50);
        assertThat(Drawn.texts(high, Size.WIDE)).anyMatch(text -> text.contains("the axis begins at 50%"));
        assertThat(Drawn.lines(low).getRangeAxis().getLowerBound()).isZero();
        assertThat(Drawn.texts(low, Size.WIDE)).noneMatch(text -> text.contains("the axis begins"));
    }

    @Test
    void alignsNumbersAtRiskWithTheirMonths() {
        for (Size size : Size.values()) {
            List<Element> texts = Drawn.svg(TimeCharts.recurrence(), size).select("text");
            double month = middle(texts, "12");
            assertThat(middle(texts, "1,248")).isCloseTo(month, within(0.5));
            assertThat(middle(texts, "250")).isCloseTo(month, within(0.5));
        }
    }

    @Test
    void setsNumbersOfPatientsThatWouldTouchOnTwoLines() {
        List<Element> wide = Drawn.svg(TimeCharts.dose(), Size.WIDE).select("text");
        List<Element> narrow = Drawn.svg(TimeCharts.dose(), Size.NARROW).select("text");
        assertThat(line(wide, "975")).isEqualTo(line(wide, "3,900"));
        assertThat(line(narrow, "975")).isEqualTo(line(narrow, "3,900") + 13);
        assertThat(middle(narrow, "41")).isCloseTo(middle(narrow, "12+"), within(0.5));
    }

    @Test
    void leavesAGapAtHiddenNumbersOfSessions() {
        XYPlot plot = Drawn.lines(TimeCharts.dose());
        assertThat(plot.getDataset(3).getYValue(0, 8)).isNaN();
        assertThat(plot.getDataset(1).getSeriesCount()).as("bars").isEqualTo(11);
        assertThat(plot.getDataset(2).getItemCount(0)).as("trend").isEqualTo(45);
        assertThat(plot.getRangeAxis().getRange().contains(0)).isTrue();
        assertThat(Drawn.texts(TimeCharts.dose(), Size.WIDE)).contains("hidden", "12+", "fitted trend");
    }

    private static double middle(List<Element> texts, String wanted) {
        Element text = find(texts, wanted);
        return Double.parseDouble(text.attr("x")) + Wrapping.width(wanted, Theme.SMALL) / 2;
    }

    private static double line(List<Element> texts, String wanted) {
        return Double.parseDouble(find(texts, wanted).attr("y"));
    }

    private static Element find(List<Element> texts, String wanted) {
        return texts.stream()
                .filter(text -> text.text().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static RecurrenceChart recurrence(Month... months) {
        return new RecurrenceChart("free", "", List.of(new Group("Cupping", List.of(months))));
    }
}
