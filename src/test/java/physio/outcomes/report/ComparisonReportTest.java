package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.privacy.PublishedTable;

class ComparisonReportTest {
    private final Page full = FullComparison.report("").page();
    private final Page page = SmallComparison.report(0, "").page();

    @Test
    void writesEachContrastWithItsModelAndHidesTheFew() {
        assertThat(blocks(page, Page.Grid.class)
                        .filter(grid -> grid.caption().startsWith("Differences in improvement"))
                        .flatMap(grid -> grid.rows().stream())
                        .map(row -> String.join(" | ", row).replace('\u00a0', ' ')))
                .containsExactly(
                        "PNF | Crude | 20 and 40 | +1.11 | 0.50 to 1.70 | < 0.001 | < 0.001 | ",
                        "PNF | Hedges' g, in SD | 20 and 40 | +0.62 | 0.10 to 1.10 | – | – | ",
                        "PNF | Adjusted (ANCOVA) | 20 and 40 | −0.33 | −0.90 to 0.24 | 0.250 | 0.500 | approximate",
                        "Cupping | Adjusted (ANCOVA) | hidden | – | – | – | – | not comparable: few");
    }

    @Test
    void drawsTheModelsOfATechniqueTogetherInOneUnit() {
        ForestChart chart = charts(page, ForestChart.class).findFirst().orElseThrow();
        assertThat(chart.id()).isEqualTo("contrasts-pain-episode");
        assertThat(chart.title()).contains("against Deep tissue massage");
        assertThat(chart.groups())
                .containsExactly(
                        new ForestChart.Group(
                                "PNF",
                                List.of(
                                        IntervalChart.Row.of("Crude", 1.11, 0.5, 1.7, "n = 20"),
                                        IntervalChart.Row.of("Adjusted (ANCOVA)", -0.33, -0.9, 0.24, "n = 20"))),
                        new ForestChart.Group(
                                "Cupping",
                                List.of(IntervalChart.Row.suppressed("Adjusted (ANCOVA)", "not comparable"))));
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
    void tellsHowManyAreLostAtEachStepAndWhy() {
        assertThat(blocks(page, Page.Grid.class)
                        .filter(grid -> grid.caption().startsWith("Episodes of care"))
                        .flatMap(grid -> grid.rows().stream()))
                .containsExactly(
                        List.of("Pain: all episodes", "1,234", "70", "–", ""),
                        List.of("Pain: with a baseline", "80", "70", "1,154", "no score at the first session"),
                        List.of("Pain: with a follow-up too", "60", "60", "20", "no score on a later day"));
    }

    /** Each table may be absent: its part says so or is left out, the rest stands. */
    @ParameterizedTest
    @MethodSource("tableNames")
    void standsWithoutAnyOneTable(String name) {
        Page without = FullComparison.without(List.of(name)).page();
        assertThat(without.sections())
                .extracting(Page.Section::id)
                .containsExactlyElementsOf(
                        full.sections().stream().map(Page.Section::id).toList());
        assertThat(without).isNotEqualTo(full);
    }

    static Stream<String> tableNames() {
        return FullComparison.tables(PrivacyProfile.INTERNAL).stream().map(PublishedTable::name);
    }

    @Test
    void standsWithoutAllTables() {
        Page without = FullComparison.without(tableNames().toList()).page();
        assertThat(without.toString())
                .contains("No technique could be tested")
                .contains("No rows with both scores.")
                .contains("The flow of patients was not counted.");
        assertThat(blocks(without, Page.Drawing.class)).isEmpty();
    }

    @Test
    void hasEachKindOfChartOfAMeasureAndEachIdOnce() {
        assertThat(charts(full, Chart.class).map(Chart::id))
                .doesNotHaveDuplicates()
                .contains(
                        "contrasts-pain-episode",
                        "contrasts-pain-session",
                        "balance-pain-pnf",
                        "visits-pain",
                        "spread-pain",
                        "responders-pain",
                        "thresholds-pain",
                        "dose-pain",
                        "heterogeneity-pain-clinic-pnf",
                        "heterogeneity-pain-region-pnf",
                        "sensitivity-pain",
                        "recurrence-curves")
                .doesNotContain("balance-pain-mixed", "heterogeneity-pain-clinic-mfr");
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

    private static <C extends Chart> Stream<C> charts(Page page, Class<C> type) {
        return blocks(page, Page.Drawing.class)
                .map(Page.Drawing::chart)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static <B extends Page.Block> Stream<B> blocks(Page page, Class<B> type) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
