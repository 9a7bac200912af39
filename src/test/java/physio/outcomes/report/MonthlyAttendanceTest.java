package physio.outcomes.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** C3 lists 40 sessions, all of them attended; all clinics attended 180 of 200. */
class MonthlyAttendanceTest {
    private static final SmallMonth MONTH = SmallMonth.with("").activity("C3", 15, 40, 40);

    @Test
    void takesClinicsThatListAttendedSessionsOnlyOutOfAll() {
        MonthlyAttendance attendance = new MonthlyAttendance(MONTH.subject(MonthlySubject.ALL));
        assertThat(attendance.silent()).containsExactly("C3");
        assertThat(attendance.of(MonthlySubject.ALL))
                .isEqualTo(new Attendance(OptionalLong.of(140), OptionalLong.of(160)));
        assertThat(attendance.of("C1").share()).hasValue(0.9);
        assertThat(attendance.of("C3")).isEqualTo(Attendance.UNKNOWN);
    }

    @Test
    void doesNotKnowWhatAClinicOfHiddenMonthsLists() {
        MonthlyAttendance attendance = new MonthlyAttendance(
                SmallMonth.with("").activity("C3", 3, 10, 10).subject("C3"));
        assertThat(attendance.isShown("C3")).isFalse();
        assertThat(attendance.silent()).isEmpty();
    }

    @Test
    void doesNotSayThatAClinicOfHiddenMonthsListsNoMissedSessions() {
        MonthlySubject subject = SmallMonth.with("").activity("C3", 3, 10, 8).subject("C3");
        Page.Tile tile = ActivityTiles.of(subject).tiles().get(3);
        assertThat(List.of(tile.label(), tile.value(), tile.detail()))
                .containsExactly("Attendance", "hidden", "too few patients to show");
        assertThat(new ChangeSections(subject).months().blocks())
                .contains(new Page.Paragraph("Attendance: too few patients to show."));
    }

    @Test
    void noFigureOfSuchAClinicLooksPerfect() {
        MonthlySubject subject = MONTH.subject("C3");
        Page.Tile tile = ActivityTiles.of(subject).tiles().get(3);
        assertThat(List.of(tile.label(), tile.value(), tile.detail()))
                .containsExactly("Attendance", "–", "missed sessions are not listed");
        assertThat(new ChangeSections(subject).months().blocks())
                .contains(new Page.Paragraph("Attendance is not known: missed sessions are not listed."));
        Page.Grid benefits = (Page.Grid) BenefitsSection.of(subject).blocks().get(1);
        assertThat(benefits.rows().get(9)).endsWith("hold no such measure");
    }
}
