package physio.outcomes.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.FullComparison;
import physio.outcomes.report.IndexPage;
import physio.outcomes.report.OtherLetters;
import physio.outcomes.report.Page;
import physio.outcomes.report.SmallMonth;
import physio.outcomes.report.TextFile;
import physio.outcomes.report.Texts;

/** A page in another language has no English left but what settings name. */
class TranslationTest {
    /** What settings name, regions that they do not name, and a column in quarantine. */
    private static final String MONTH_NAMES =
            "Pain NPRS points Ostelo Deep tissue massage Cupping PNF Our clinics physio outcomes neck hip pain_score";
    /** Labels of measures stand in small letters within a sentence; the levels of sex are those that clinics deliver. */
    private static final String COMPARISON_NAMES = MONTH_NAMES
            + " Mobility ROM of normal range a setting Myofascial release Neck Knee Shoulder pain mobility female male";
    /** Settings as a file of settings has them, files, and the command that repeats a comparison. */
    private static final List<String> CODES = List.of(
            "compare.reference:",
            "compare.case_mix: age_band, sex, body_region;",
            "compare.cluster: patient;",
            "compare.min_patients:",
            "attribution.share:",
            "episode.gap_days:",
            "privacy.profile: internal.",
            "tables/balance.csv",
            "tables/change_distribution.csv",
            "run.json",
            "jobs/outcomes compare --as-of 12");

    @BeforeEach
    void choose() {
        Texts.choose(OtherLetters.texts());
    }

    @AfterEach
    void goBack() {
        Texts.choose(TextFile.english());
    }

    @Test
    void monthsAreTranslated() {
        assertThat(left(SmallMonth.with("").report().overview(), MONTH_NAMES)).isEmpty();
    }

    @Test
    void clinicsAreTranslated() {
        assertThat(left(SmallMonth.with("").report().clinic("C1"), MONTH_NAMES)).isEmpty();
    }

    @Test
    void comparisonsAreTranslated() {
        String html = new HtmlPages("1", Optional.empty())
                .render(FullComparison.report("").page());
        for (String code : CODES) {
            html = html.replace(code, "");
        }
        assertThat(OtherLetters.left(html, COMPARISON_NAMES)).isEmpty();
    }

    @Test
    void theListOfReportsIsTranslated() {
        Page page = IndexPage.of("Our clinics", List.of(new IndexPage.Entry("2024-06", "June")), List.of());
        assertThat(left(page, "Our clinics physio outcomes June")).isEmpty();
    }

    private static Iterable<String> left(Page page, String names) {
        return OtherLetters.left(new HtmlPages("1", Optional.empty()).render(page), names);
    }
}
