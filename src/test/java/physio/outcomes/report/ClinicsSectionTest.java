package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import physio.outcomes.report.Page.Block;

/** C2 lies 4.5 standard errors below the mean of all, 3.75 when adjusted; C3 has a patient too few to be judged. */
class ClinicsSectionTest {
    private static final MonthlyReport REPORT =
            SmallMonth.with("report: {targets: {pain: 3}}").report();

    private static final String NOTHING =
            "Nothing stands out: no figure is worse than chance explains, and none misses its target.";
    private static final String OBSERVED =
            "July 2023 to June 2024: Pain +0.60 points against +1.50 (95% interval 0.20 to 1.00";

    @Test
    void saysOnTheFirstPageWhichClinicNeedsAttentionAndWhy() {
        assertThat(attention(REPORT.overview()))
                .containsExactly("Clinic C2 improved less than elsewhere, beyond chance, also after adjustment for"
                        + " case mix. " + OBSERVED + "; adjusted +0.90; n = 100). See Clinics compared.");
        assertThat(attention(REPORT.clinic("C1"))).containsExactly(NOTHING);
        assertThat(attention(REPORT.clinic("C2"))).singleElement().asString().startsWith("Clinic C2 improved less");
    }

    /** 1.1 is 2.5 standard errors below: suspicious among many, and no finding. */
    @ParameterizedTest
    @CsvSource({"1.5, +1.50", "1.1, +1.10"})
    void doesNotBlameAClinicForWhomItTreats(double adjusted, String told) {
        assertThat(attention(SmallMonth.with("")
                        .adjusted(1.7, adjusted, 1.6)
                        .report()
                        .overview()))
                .containsExactly(
                        "Clinic C2 improved less than elsewhere, but not after adjustment for case mix: whom it"
                                + " treats may explain it. " + OBSERVED + "; adjusted " + told
                                + "; n = 100). See Clinics compared.");
    }

    /** C1's own patients are such as improve more: +1.70 is less than they would elsewhere. */
    @Test
    void findsAClinicThatOnlyItsPatientsMakeLookLikeOthers() {
        assertThat(attention(
                        SmallMonth.with("").adjusted(1.1, 1.5, 1.6).report().overview()))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "Clinic C1 improved less than elsewhere, beyond chance, after adjustment for case mix only.")
                .contains("Pain +1.70 points against +1.50", "adjusted +1.10");
    }

    @Test
    void saysSoWhereNothingCouldBeAdjusted() {
        Page page = SmallMonth.with("").adjusted(1.7, 0.9, Double.NaN).report().overview();
        assertThat(attention(page))
                .singleElement()
                .asString()
                .contains("beyond chance, not adjusted for case mix. " + OBSERVED + "; n = 100)");
        assertThat(blocks(page, "clinics", Page.Paragraph.class).get(1).text())
                .endsWith("Figures are not adjusted for case mix.");
        assertThat(charts(page)).extracting(FunnelChart::id).containsExactly("clinics-pain");
        assertThat(blocks(page, "clinics", Page.Grid.class).get(0).rows())
                .extracting(row -> row.get(2) + row.get(3) + row.get(4))
                .containsExactly("––1 of 2", "––2 of 2");
    }

    @Test
    void setsClinicsByNameBesideTheirLimitsAndRanks() {
        assertThat(blocks(REPORT.overview(), "clinics", Page.Grid.class).get(0).rows())
                .containsExactly(
                        List.of(
                                "C1",
                                "300",
                                "+1.70",
                                "above the 95% limits",
                                "1 of 2",
                                "+1.70",
                                "1.46 to 1.94",
                                "within the limits"),
                        List.of(
                                "C2",
                                "100",
                                "+0.90",
                                "below the 99.8% limits",
                                "2 of 2",
                                "+0.60",
                                "0.20 to 1.00",
                                "below the 99.8% limits"));
    }

    /** By the labels of the settings' case mix; the clinic never is a part of it. */
    @Test
    void saysWhatIsAdjustedForAndThatThisIsNeverComplete() {
        Page page = SmallMonth.with("compare: {case_mix: [clinic, age_band, sex]}")
                .report()
                .overview();
        assertThat(blocks(page, "clinics", Page.Paragraph.class).get(1).text())
                .contains(
                        "patients with the same score at the start, age band and sex reached in all clinics",
                        "Adjustment is never complete");
    }

    @Test
    void tellsAClinicItsOwnPlaceAndNamesNoOther() {
        Page page = REPORT.clinic("C2");
        assertThat(blocks(page, "clinics", Page.Grid.class)).isEmpty();
        assertThat(blocks(page, "clinics", Page.Paragraph.class).get(2).text())
                .isEqualTo(
                        "Adjusted for case mix, this clinic is below the 99.8% limits: mean improvement +0.90 points."
                                + " As observed it is below the 99.8% limits: +0.60 points (n = 100). All clinics 1.50."
                                + " Its rank may be 2 of 2.");
        assertThat(charts(page)).extracting(FunnelChart::id).containsExactly("clinics-pain-adjusted");
        assertThat(charts(page).get(0).named()).containsExactly("C2");
    }

    @Test
    void saysWhatTheChartsShowTheAdjustedOneFirst() {
        List<FunnelChart> charts = charts(REPORT.overview());
        assertThat(charts).extracting(FunnelChart::id).containsExactly("clinics-pain-adjusted", "clinics-pain");
        assertThat(charts.get(0).alternative()).contains("1 of 2 below the 99.8% limits (C2 0.90)");
        assertThat(charts.get(1).named()).containsExactly("C2");
        assertThat(charts.get(1).alternative())
                .isEqualTo(
                        "Mean improvement (points) by number of patients, a point a clinic, higher is better. All clinics"
                                + " together: 1.50 points. 1 of 2 below the 99.8% limits (C2 0.60). 1 of 2 within the limits.");
    }

    /** Limits need a standard deviation, and the profile for the public does not show it. */
    @Test
    void drawsNoFunnelWithoutPublishedSpread() {
        Page page = SmallMonth.with("privacy: {profile: public}").report().overview();
        assertThat(blocks(page, "clinics", Page.Drawing.class)).isEmpty();
        assertThat(blocks(page, "clinics", Page.Paragraph.class).get(0).text()).startsWith("No two clinics");
    }

    private static List<FunnelChart> charts(Page page) {
        return blocks(page, "clinics", Page.Drawing.class).stream()
                .map(drawing -> (FunnelChart) drawing.chart())
                .toList();
    }

    private static List<String> attention(Page page) {
        return blocks(page, "glance", Page.Sentences.class).get(1).texts();
    }

    private static <B extends Block> List<B> blocks(Page page, String section, Class<B> kind) {
        return page.sections().stream()
                .filter(own -> own.id().equals(section))
                .flatMap(own -> own.blocks().stream())
                .flatMap(block -> kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty())
                .toList();
    }
}
