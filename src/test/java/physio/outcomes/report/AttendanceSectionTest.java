package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import physio.outcomes.report.Page.Block;

/** C1 records adverse events, C2 does not. */
class AttendanceSectionTest {
    private static final MonthlyReport REPORT = SmallMonth.with("").report();

    @Test
    void tellsAClinicBesideAllHowItsPatientsComeAndWhatHappenedToThem() {
        assertThat(sentences(REPORT.clinic("C1")))
                .containsExactly(
                        "Attendance: 108 of 120 booked sessions were attended (90%; all clinics 90%).",
                        "Courses: 30 episodes closed this month, after a mean of 5.5 sessions (all clinics 5.2); 3 of them"
                                + " after a single one (10%; 95% interval 3 to 26%; all clinics 20%).",
                        "Days between sessions: patients came back after a median of 6.5 days (quartiles 5 to 8; all"
                                + " clinics 7).",
                        "Safety: since July 2023 an adverse event was recorded in 25 of 1,000 sessions, or 25 in 1,000"
                                + " (95% interval 16 to 39; all clinics that record them 25). This month it was 2 of 108"
                                + " sessions.");
    }

    @Test
    void tellsAllClinicsWithoutComparison() {
        assertThat(sentences(REPORT.overview())).noneMatch(sentence -> sentence.contains("all clinics"));
    }

    @Test
    void doesNotTakeSilenceForSafety() {
        assertThat(sentences(REPORT.clinic("C2")).get(3))
                .isEqualTo("Safety: nothing was written about adverse events in twelve months. That is not the same as"
                        + " none.");
    }

    @Test
    void setsAClinicBesideAllAndClinicsInTheirOrder() {
        List<String> all = List.of("All clinics", "90%", "50", "20%", "5 (3 to 7)", "7 (5 to 9)", "25 (16 to 39)");
        assertThat(grid(REPORT.clinic("C2")))
                .containsExactly(List.of("C2", "90%", "20", "35%", "4 (2 to 6)", "8 (6 to 12)", "not recorded"), all);
        assertThat(grid(REPORT.overview())).extracting(row -> row.get(0)).containsExactly("C1", "C2", "All clinics");
    }

    /** 200 and 180 of all, less 40 that C3 lists as attended. */
    @Test
    void leavesClinicsThatListAttendedSessionsOnlyOutOfAttendance() {
        MonthlyReport report = SmallMonth.with("").activity("C3", 15, 40, 40).report();
        assertThat(sentences(report.overview()).get(0))
                .isEqualTo(
                        "Attendance: 140 of 160 booked sessions were attended (88%). All clinics are without those that"
                                + " list attended sessions only: C3.");
        assertThat(sentences(report.clinic("C3")).get(0)).startsWith("Attendance: no missed session is listed");
        assertThat(grid(report.clinic("C3"))).extracting(row -> row.get(1)).containsExactly("not recorded", "88%");
    }

    @Test
    void saysThatFiguresOfFewPatientsAreHiddenAndNotThatNobodyRecordsThem() {
        MonthlyReport report = SmallMonth.with("").activity("C3", 3, 10, 8).report();
        assertThat(sentences(report.clinic("C3")))
                .containsExactly(
                        "Attendance: too few patients to show.",
                        "Courses: no episode of care closed this month.",
                        "Days between sessions: nobody came back this month.",
                        "Safety: too few patients to show.");
        assertThat(grid(report.clinic("C3")).get(0)).containsExactly("C3", "hidden", "0", "–", "–", "–", "hidden");
    }

    @Test
    void hidesFewEventsInPublicThoughTheirRowIsShown() {
        Page page = SmallMonth.with("privacy: {profile: public}").report().clinic("C1");
        assertThat(sentences(page).get(1)).endsWith("; how many of them after a single one is hidden.");
        assertThat(grid(page).get(0).get(3)).isEqualTo("hidden");
        assertThat(sentences(page).get(3))
                .isEqualTo(
                        "Safety: since July 2023 an adverse event was recorded in 25 of 1,000 sessions, or 25 in 1,000"
                                + " (all clinics that record them 25). This month's number is hidden.");
        assertThat(grid(page).get(0).get(6)).isEqualTo("25");
    }

    @Test
    void drawsAdverseEventsOfClinicsThatRecordThem() {
        Page.Drawing drawing = blocks(REPORT.overview(), Page.Drawing.class).get(0);
        assertThat(((IntervalChart) drawing.chart()).rows())
                .extracting(IntervalChart.Row::label)
                .containsExactly("C1", "All clinics");
        assertThat(blocks(REPORT.clinic("C2"), Page.Drawing.class)).isEmpty();
    }

    private static List<String> sentences(Page page) {
        return blocks(page, Page.Sentences.class).get(0).texts();
    }

    private static List<List<String>> grid(Page page) {
        return blocks(page, Page.Grid.class).get(0).rows();
    }

    private static <B extends Block> List<B> blocks(Page page, Class<B> kind) {
        return page.sections().stream()
                .filter(own -> own.id().equals("attendance"))
                .flatMap(own -> own.blocks().stream())
                .flatMap(block -> kind.isInstance(block) ? Stream.of(kind.cast(block)) : Stream.empty())
                .toList();
    }
}
