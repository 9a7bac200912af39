package physio.outcomes.report;

import java.util.List;
import java.util.Optional;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Grid;

/** How patients come and keep coming, and what happened to them: a clinic a row. */
final class AttendanceGrid {
    private final MonthlySubject subject;
    private final MonthlyAttendance attendance;

    private AttendanceGrid(MonthlySubject subject) {
        this.subject = subject;
        this.attendance = new MonthlyAttendance(subject);
    }

    static Grid of(MonthlySubject subject, List<String> clinics) {
        return new Grid(
                Texts.say("attendance.caption", Words.month(subject.month())),
                headings(),
                clinics.stream().map(new AttendanceGrid(subject)::row).toList());
    }

    private static List<String> headings() {
        return List.of(
                Texts.say("column.clinic"),
                Texts.say("attendance.column.attended"),
                Texts.say("attendance.column.closed"),
                Texts.say("attendance.column.single"),
                Texts.say("attendance.column.sessions"),
                Texts.say("attendance.column.days"),
                Texts.say("attendance.column.events"));
    }

    private List<String> row(String clinic) {
        Adherence adherence = new Adherence(subject, clinic);
        Optional<PublishedRow> closed = adherence.closed();
        return List.of(
                label(clinic),
                attended(clinic),
                closed.map(row -> Words.shown(row.count("n_episodes"))).orElse("0"),
                closed.map(Adherence::single).orElse(Words.NONE),
                closed.map(row -> Adherence.median(row, "sessions")).orElse(Words.NONE),
                adherence.intervals().map(row -> Adherence.median(row, "days")).orElse(Words.NONE),
                new SafetyFigures(subject, clinic).cell());
    }

    private String attended(String clinic) {
        boolean isHidden = subject.activity(clinic).stream().anyMatch(PublishedRow::isSuppressed);
        return isHidden
                ? Words.hidden()
                : attendance.isRecorded(clinic)
                        ? Words.percent(attendance.of(clinic).share())
                        : Texts.say("attendance.not_recorded");
    }

    static String label(String clinic) {
        return clinic.equals(MonthlySubject.ALL) ? Texts.say("who.all") : clinic;
    }
}
