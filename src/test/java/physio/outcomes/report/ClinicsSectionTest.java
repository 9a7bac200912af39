package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Block;

/** C2 lies 4.5 standard errors below the mean of all, and C3 has a patient too few to be judged. */
class ClinicsSectionTest {
    private static final MonthlyReport REPORT =
            SmallMonth.with("report: {targets: {pain: 3}}").report();

    @Test
    void saysOnTheFirstPageWhichClinicNeedsAttentionAndWhy() {
        assertThat(attention(REPORT.overview()))
                .containsExactly(
                        "Clinic C2 improved less than elsewhere, beyond chance, July 2023 to June 2024: Pain +0.60"
                                + " points against +1.50 (95% interval 0.20 to 1.00, n = 100). See Clinics compared.");
        assertThat(attention(REPORT.clinic("C1")))
                .containsExactly(
                        "Nothing stands out: no figure is worse than chance explains, and none misses its target.");
        assertThat(attention(REPORT.clinic("C2"))).singleElement().asString().startsWith("Clinic C2 improved less");
    }

    @Test
    void setsClinicsByNameBesideTheirLimitsAndRanks() {
        assertThat(blocks(REPORT.overview(), "clinics", Page.Grid.class).get(0).rows())
                .containsExactly(
                        List.of("C1", "300", "+1.70", "1.46 to 1.94", "within the limits", "1 of 2"),
                        List.of("C2", "100", "+0.60", "0.20 to 1.00", "below the 99.8% limits", "2 of 2"));
    }

    @Test
    void tellsAClinicItsOwnPlaceAndNamesNoOther() {
        Page page = REPORT.clinic("C2");
        assertThat(blocks(page, "clinics", Page.Grid.class)).isEmpty();
        assertThat(blocks(page, "clinics", Page.Paragraph.class).get(1).text())
                .isEqualTo(
                        "This clinic is below the 99.8% limits: mean improvement +0.60 points (n = 100), all clinics 1.50."
                                + " Its rank may be 2 of 2.");
        FunnelChart chart =
                (FunnelChart) blocks(page, "clinics", Page.Drawing.class).get(0).chart();
        assertThat(chart.named()).containsExactly("C2");
    }

    @Test
    void saysWhatTheChartShows() {
        FunnelChart chart = (FunnelChart)
                blocks(REPORT.overview(), "clinics", Page.Drawing.class).get(0).chart();
        assertThat(chart.named()).containsExactly("C2");
        assertThat(chart.alternative())
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
