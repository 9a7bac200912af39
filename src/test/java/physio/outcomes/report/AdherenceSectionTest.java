package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Block;

/** C1 records adverse events, C2 does not. */
class AdherenceSectionTest {
    private static final MonthlyReport REPORT = SmallMonth.with("").report();

    @Test
    void tellsAClinicHowItsPatientsComeAndWhatHappenedToThem() {
        assertThat(sentences(REPORT.clinic("C1")))
                .containsExactly(
                        "Attendance: 108 of 120 booked sessions were attended (90%).",
                        "Courses: the 30 episodes that closed this month had 5.50 sessions on average. 3 ended after a single"
                                + " session (10%, 95% interval 3 to 26%).",
                        "Days between sessions: patients came back after a median of 6.5 (5 to 8).",
                        "Safety: adverse events were recorded 25 in 1,000 sessions over twelve months, 25 in 1,000 (95%"
                                + " interval 16 to 39); 2 in 108 sessions this month, 18.5 in 1,000 (95% interval 5 to 65).");
    }

    @Test
    void doesNotTakeSilenceForSafety() {
        assertThat(sentences(REPORT.clinic("C2")).get(3))
                .isEqualTo(
                        "Safety: adverse events were not recorded in the last twelve months, or the figures are hidden."
                                + " That is not the same as none.");
    }

    @Test
    void setsAClinicBesideAllAndClinicsInTheirOrder() {
        List<String> all = List.of("All clinics", "90%", "50", "5 (3 to 7)", "20%", "7 (5 to 9)", "25", "16 to 39");
        assertThat(grid(REPORT.clinic("C2")))
                .containsExactly(
                        List.of("C2", "90%", "20", "4 (2 to 6)", "35%", "8 (6 to 12)", "not recorded", "–"), all);
        assertThat(grid(REPORT.overview())).extracting(row -> row.get(0)).containsExactly("C1", "C2", "All clinics");
    }

    @Test
    void showsNoEventsInPublic() {
        assertThat(sentences(SmallMonth.with("privacy: {profile: public}")
                                .report()
                                .overview())
                        .get(3))
                .isEqualTo("Safety: the privacy profile does not show adverse events.");
    }

    private static List<String> sentences(Page page) {
        return blocks(page, Page.Sentences.class).get(0).texts();
    }

    private static List<List<String>> grid(Page page) {
        return blocks(page, Page.Grid.class).get(0).rows();
    }

    private static <B extends Block> List<B> blocks(Page page, Class<B> kind) {
        return page.sections().stream()
                .filter(own -> own.id().equals("adherence"))
                .flatMap(own -> own.blocks().stream())
                .flatMap(block -> kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty())
                .toList();
    }
}
