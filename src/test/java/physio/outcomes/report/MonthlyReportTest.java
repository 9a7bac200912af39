package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.catalogue.Settings;

/** Pages from small published tables; three patients of clinic C1 had cupping, which nobody may read. */
class MonthlyReportTest {
    @Test
    void saysThatPainImprovedWhereTheIntervalLiesAboveNothing() {
        assertThat(glance(SmallMonth.empty().total("all", 20, 1.5, 0.01, 2.99)))
                .isEqualTo("Pain improved by 1.50 points on average (95% interval 0.01 to 2.99, n = 20).");
    }

    @Test
    void saysThatPainGotWorseWhereTheIntervalLiesBelowNothing() {
        assertThat(glance(SmallMonth.empty().total("all", 20, -1.5, -2.99, -0.01)))
                .isEqualTo("Pain got worse by 1.50 points on average (95% interval −2.99 to −0.01, n = 20).");
    }

    @Test
    void saysThatNothingIsClearWhereTheIntervalHoldsNoChange() {
        assertThat(glance(SmallMonth.empty().total("all", 20, 1.5, 0.0, 3.0)))
                .isEqualTo(
                        "Pain did not clearly change: mean improvement 1.50 points (95% interval 0.00 to 3.00, n = 20).");
    }

    @Test
    void saysThatPatientsAreTooFew() {
        assertThat(glance(SmallMonth.empty().total("all", 4, 1.5, 1.0, 2.0)))
                .isEqualTo("Pain: too few patients to show.");
    }

    @Test
    void saysThatThereIsNothingToSay() {
        assertThat(glance(SmallMonth.empty()))
                .isEqualTo("Pain: no episode last seen this month has both scores, so nothing can be said.");
    }

    /** The direction must not be claimed where the profile leaves out the interval that shows it. */
    @Test
    void claimsNoDirectionWithoutAnInterval() {
        SmallMonth month = SmallMonth.with("privacy: {profile: public}");
        assertThat(glance(month))
                .isEqualTo("Pain: mean improvement +1.50 points (n = 60), without an interval to judge it by.");
    }

    /** Seven of fourteen patients improved: in public neither seven is shown nor what it leaves. */
    @Test
    void aTileOfFewPatientsIsHiddenThoughTheirGroupIsShown() {
        Page page = SmallMonth.with("privacy: {profile: public}")
                .total("C3", 14, 1.5, 1.0, 2.0)
                .activity("C3", 20, 60, 50)
                .report()
                .clinic("C3");
        List<Page.Tile> tiles = blocks(page, Page.Tiles.class)
                .flatMap(block -> block.tiles().stream())
                .filter(tile -> tile.label().contains("Pain"))
                .toList();
        assertThat(tiles).extracting(Page.Tile::value).contains("+1.50 points", "hidden");
        assertThat(tiles).extracting(Page.Tile::value).doesNotContain("–");
        assertThat(tiles.stream().filter(tile -> tile.value().equals("hidden")))
                .isNotEmpty()
                .allMatch(tile -> tile.statuses().isEmpty())
                .allMatch(tile -> tile.detail().equals("too few patients to show"));
    }

    @Test
    void hasAPageAClinicWithTheBenchmarkOfAll() {
        MonthlyReport report = SmallMonth.with("").report();
        assertThat(report.clinics()).containsExactly("C1", "C2");
        assertThat(benchmarks(report.clinic("C1")))
                .containsExactly(
                        "All clinics: 90%",
                        "All clinics: 83%", "All clinics: +1.50", "All clinics: 50%", "All clinics: 10%");
        assertThat(benchmarks(report.overview())).isEmpty();
        assertThat(report.clinic("C1").title()).isEqualTo("Clinic C1: outcomes in June 2024");
        assertThat(report.overview().links())
                .contains(new Page.Link("Clinic C1", "clinic-C1.html"), new Page.Link("Clinic C2", "clinic-C2.html"));
    }

    /** Who did not get worse in all clinics together would tell of few who did. */
    @Test
    void aBenchmarkThatIsLeftOutIsHidden() {
        MonthlyReport report = SmallMonth.with("privacy: {profile: public}").report();
        assertThat(benchmarks(report.clinic("C1"))).endsWith("All clinics: hidden");
    }

    @Test
    void warnsOfUnprotectedFiguresOnly() {
        assertThat(SmallMonth.with("privacy: {profile: none}")
                        .report()
                        .overview()
                        .warning())
                .hasValueSatisfying(text -> assertThat(text).startsWith("Not protected"));
        assertThat(SmallMonth.with("privacy: {profile: none}")
                        .report()
                        .clinic("C2")
                        .warning())
                .isPresent();
        assertThat(SmallMonth.with("privacy: {profile: public}")
                        .report()
                        .overview()
                        .warning())
                .isEmpty();
        assertThat(SmallMonth.with("").report().overview().warning()).isEmpty();
    }

    @Test
    void tellsTheStateOfTheDataAndTheSmallestDifferenceThatMatters() {
        Page page = SmallMonth.with("").report().overview();
        assertThat(page.subtitle()).isEqualTo("Sessions of June 2024, all clinics; data up to delivery 18");
        assertThat(page.toString()).contains("Smallest difference that matters: 2.00 points (Ostelo 2008)");
    }

    @Test
    void leavesOutSectionsOnDemandButNeverTheFirstAndTheLast() {
        MonthlyReport report =
                SmallMonth.with("report: {sections: [clinics, months]}").report();
        assertThat(report.overview().sections().stream().map(Page.Section::id))
                .containsExactly("glance", "months", "clinics", "reading");
        MonthlyReport whole = SmallMonth.with("report: {practitioners: true}").report();
        assertThat(whole.overview().sections().stream().map(Page.Section::id))
                .contains("glance", "reading")
                .containsAll(Settings.Report.SECTIONS);
    }

    private static String glance(SmallMonth month) {
        return blocks(month.report().overview(), Page.Sentences.class)
                .flatMap(sentences -> sentences.texts().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> benchmarks(Page page) {
        return blocks(page, Page.Tiles.class)
                .flatMap(tiles -> tiles.tiles().stream())
                .map(Page.Tile::benchmark)
                .filter(benchmark -> !benchmark.isEmpty())
                .toList();
    }

    private static <B extends Page.Block> Stream<B> blocks(Page page, Class<B> type) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
