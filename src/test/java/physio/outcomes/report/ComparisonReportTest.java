package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
    private final Page page = SmallComparison.report(0, "").page();

    @Test
    void writesEachContrastWithItsModelAndHidesTheFew() {
        assertThat(blocks(page, Page.Grid.class)
                        .filter(grid -> grid.caption().startsWith("Differences"))
                        .flatMap(grid -> grid.rows().stream()))
                .containsExactly(
                        List.of("PNF", "Crude", "20", "+1.11", "0.50 to 1.70", "< 0.001", "< 0.001", ""),
                        List.of("PNF", "Hedges' g, in SD", "20", "+0.62", "0.10 to 1.10", "–", "–", ""),
                        List.of(
                                "PNF",
                                "Adjusted (ANCOVA)",
                                "20",
                                "−0.33",
                                "−0.90 to 0.24",
                                "0.250",
                                "0.500",
                                "approximate"),
                        List.of("Cupping", "Adjusted (ANCOVA)", "hidden", "–", "–", "–", "–", "not comparable: few"));
    }

    @Test
    void drawsAdjustedAndCrudeApart() {
        List<IntervalChart> charts = blocks(page, Page.Drawing.class)
                .map(drawing -> (IntervalChart) drawing.chart())
                .toList();
        assertThat(charts).extracting(IntervalChart::id).containsExactly("adjusted-pain-episode", "crude-pain-episode");
        assertThat(charts.get(0).rows())
                .containsExactly(
                        IntervalChart.Row.of("PNF", -0.33, -0.9, 0.24, "n = 20"),
                        IntervalChart.Row.suppressed("Cupping", "not comparable"));
        assertThat(charts.get(1).rows()).hasSize(1);
        assertThat(charts.get(0).title()).contains("against Deep tissue massage");
    }

    @Test
    void saysWhatIsAdjustedForAndHowErrorsCluster() {
        assertThat(page.toString())
                .contains("patients alike in the baseline score, age band, sex")
                .contains("several rows of one clinic (CR1)")
                .contains("associated with a technique and not shown to be caused by it");
        assertThat(page.title()).isEqualTo("Techniques compared, 2023-01 to 2024-06");
        assertThat(page.subtitle()).isEqualTo("All clinics, Neck; data up to delivery 18");
    }

    @Test
    void tellsHowManyAreLeftOfAllEpisodes() {
        assertThat(blocks(page, Page.Grid.class).findFirst().orElseThrow().rows())
                .containsExactly(List.of("Pain", "70", "1,234", "80", "60"));
    }

    /** Half a standard deviation of 2 is 1. */
    @Test
    void warnsOfRegressionToTheMeanOnlyWhereBaselinesDifferMuch() {
        assertThat(SmallComparison.report(1.0, "").page().toString()).doesNotContain("Baselines differ");
        assertThat(SmallComparison.report(1.25, "").page().toString())
                .contains("Baselines differ between techniques by up to 1.25 points");
    }

    @Test
    void warnsOfUnprotectedFiguresOnly() {
        assertThat(page.warning()).isEmpty();
        assertThat(SmallComparison.report(0, "privacy: {profile: none}").page().warning())
                .isPresent();
    }

    private static <B extends Page.Block> Stream<B> blocks(Page page, Class<B> type) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
