package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences that follow from the figures by rule; the figures are those of {@link FullComparison}. */
class ComparisonSentencesTest {
    private static final Page PAGE = FullComparison.report("").page();

    @Test
    void tellsInBriefWhatDiffersWhatDoesNotAndWhatCannotBeCompared() {
        List<String> brief = sentences(PAGE, "question");
        assertThat(brief).hasSize(7);
        assertThat(brief.get(0)).contains("2 of 4 tested contrasts");
        assertThat(brief.get(1))
                .endsWith("in Pain: PNF with 0.72 points more than Deep tissue massage (95% interval 0.44 to 1.00,"
                        + " n = 431 and 812).");
        assertThat(brief.get(2)).contains("in Mobility: ");
        assertThat(brief.get(3)).contains("overlap weights 2 of 2");
        assertThat(brief.get(4))
                .contains("Pain: Myofascial release; Mobility: Myofascial release")
                .contains("up to 0.30 points (Pain)");
        assertThat(brief.get(5)).contains("Pain: Cupping (an arm has fewer than 20 patients)");
        assertThat(brief.get(6)).contains("not shown to be caused").contains("1.62");
        assertThat(String.join(" ", brief)).doesNotContain("Mixed over");
    }

    /** Two duplicates are two records, not two patients. */
    @Test
    void showsCountsOfRecordsHoweverFew() {
        assertThat(grid(PAGE, "Records of all deliveries"))
                .contains(List.of("Not taken: outside what the mapping takes", "4"));
    }

    /** The profile leaves out intervals and p values: nothing is claimed without them. */
    @Test
    void claimsNothingWithoutWhatWouldDecide() {
        List<String> brief =
                sentences(FullComparison.report("privacy: {profile: public}").page(), "question");
        assertThat(brief.get(0)).startsWith("No technique could be tested");
        assertThat(brief.get(1)).contains("without the p value that would decide: Pain: Myofascial release, PNF");
    }

    @Test
    void judgesEachOfTenClaimsByItsInterval() {
        List<List<String>> rows = grid(PAGE, "Ten claimed benefits");
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0))
                .startsWith("Relieves musculoskeletal pain", "Pain (NPRS)", "1,636")
                .endsWith("in line with it, not attributable");
        assertThat(rows.get(2)).endsWith("hold no such measure");
        assertThat(rows.get(6)).endsWith("inconclusive: no untreated group");
        assertThat(rows.get(9)).contains("90% of 25,000 sessions");
    }

    @Test
    void callsAnIntervalWithNoChangeInconclusiveAndOneBelowAContradiction() {
        assertThat(Scorecard.verdict(OptionalDouble.of(-0.1), OptionalDouble.of(0.3)))
                .isEqualTo("inconclusive");
        assertThat(Scorecard.verdict(OptionalDouble.of(0), OptionalDouble.of(0.3)))
                .isEqualTo("inconclusive");
        assertThat(Scorecard.verdict(OptionalDouble.of(-0.3), OptionalDouble.of(-0.1)))
                .isEqualTo("contradict it");
    }

    /** Cupping is hidden from the first month on: a share behind that is no figure of its curve. */
    @Test
    void tellsNothingOfACurveBehindItsEnd() {
        assertThat(grid(PAGE, "Ten claimed benefits").get(6).get(4))
                .isEqualTo(
                        "Free of one at month 12: 81% (Mixed over the episode, 78 to 85%) to 83% (Deep tissue massage,"
                                + " 79 to 87%)");
    }

    @Test
    void limitsWhatIsSaidByTheDataThemselves() {
        assertThat(String.join(" ", sentences(PAGE, "limitations")))
                .contains("up to 0.63 SD (Baseline pain, points, PNF against Deep tissue massage)")
                .contains("20% of 2,300 (Pain)")
                .contains("10% of 1,840 (Pain)")
                .contains("The smallest E-value of an interval that excludes 0 is 1.62 (Pain, PNF)")
                .contains("rows of the published tables are hidden")
                .contains("Pain: Cupping");
    }

    @Test
    void givesTheCommandTheStateAndTheSettingsThatRepeatIt() {
        Map<String, String> items = blocks(PAGE, "reporting")
                .filter(Page.Definitions.class::isInstance)
                .flatMap(block -> ((Page.Definitions) block).definitions().stream())
                .collect(Collectors.toMap(Page.Definition::term, Page.Definition::meaning));
        assertThat(items)
                .containsEntry("Command that repeats it", "jobs/outcomes compare --as-of 12")
                .containsEntry("State of the data", "data as they were at delivery 12.");
        assertThat(items.get("Software and settings")).contains("compare.min_patients: 20");
    }

    @Test
    void putsTheLineOfAWideBinOnlyWhereOneBegins() {
        ImprovementBins bins = new ImprovementBins(List.of("≤ -15", "-4 to 4", "5 to 9", "10 to 19", "≥ 20"));
        assertThat(bins.line(OptionalDouble.of(10)))
                .contains(new DistributionChart.Line(3, "smallest difference that matters"));
        assertThat(bins.line(OptionalDouble.of(12))).isEmpty();
        assertThat(new ImprovementBins(List.of("≤ -1", "0", "1", "≥ 2")).line(OptionalDouble.empty()))
                .contains(new DistributionChart.Line(2, "improved"));
        assertThat(new ImprovementBins(List.of("≤ −3", "−2", "−1", "0", "1", "2", "≥ 3")).line(OptionalDouble.of(2)))
                .contains(new DistributionChart.Line(5, "smallest difference that matters"));
        assertThat(bins.shown()).containsExactly("≤ −15", "−4 to 4", "5 to 9", "10 to 19", "≥ 20");
    }

    @Test
    void numbersVisitsByTheirLabelsOrElseByTheirPlaces() {
        VisitLabels numbers = new VisitLabels(List.of("baseline", "2", "4", ">12"));
        assertThat(numbers.labels().stream().map(numbers::number)).containsExactly(1, 2, 4, 13);
        assertThat(numbers.told()).isEqualTo("Visits after the 12th are taken together, as 13.");
        VisitLabels weeks = new VisitLabels(List.of("baseline", "week 4", "week 12"));
        assertThat(weeks.labels().stream().map(weeks::number)).containsExactly(1, 2, 3);
        assertThat(weeks.told()).isEqualTo("Visits in their order: 1 baseline, 2 week 4, 3 week 12.");
    }

    private static List<String> sentences(Page page, String section) {
        return blocks(page, section)
                .filter(Page.Sentences.class::isInstance)
                .flatMap(block -> ((Page.Sentences) block).texts().stream())
                .toList();
    }

    private static List<List<String>> grid(Page page, String caption) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Page.Grid.class::isInstance)
                .map(Page.Grid.class::cast)
                .filter(grid -> grid.caption().startsWith(caption))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static Stream<Page.Block> blocks(Page page, String id) {
        return page.sections().stream()
                .filter(section -> section.id().equals(id))
                .flatMap(section -> section.blocks().stream());
    }
}
