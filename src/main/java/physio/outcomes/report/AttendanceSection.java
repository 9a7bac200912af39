package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Section;

/** Whether patients come and keep coming, and whether something happened to them; what nobody recorded is said to be so. */
final class AttendanceSection {
    /** Of more clinics the table is easier to read than a chart. */
    private static final int MOST_DRAWN = 40;

    private final MonthlySubject subject;
    private final Adherence own;
    private final Adherence all;

    private AttendanceSection(MonthlySubject subject) {
        this.subject = subject;
        this.own = new Adherence(subject, subject.clinic());
        this.all = new Adherence(subject, MonthlySubject.ALL);
    }

    /**
     * The section.
     *
     * @param clinics those of the month, in order; a clinic's page shows it beside all
     */
    static Section of(MonthlySubject subject, List<String> clinics) {
        List<String> shown = new ArrayList<>(subject.isOneClinic() ? List.of(subject.clinic()) : clinics);
        shown.add(MonthlySubject.ALL);
        AttendanceSection section = new AttendanceSection(subject);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Page.Sentences(List.of(
                section.attendance(),
                section.closed(),
                section.intervals(),
                new SafetyFigures(subject, subject.clinic()).sentence())));
        blocks.add(AttendanceGrid.of(subject, shown));
        section.adverseEvents(shown).ifPresent(blocks::add);
        return new Section("attendance", Texts.say("attendance.heading"), blocks);
    }

    private String attendance() {
        if (subject.activity(subject.clinic()).stream().anyMatch(PublishedRow::isSuppressed)) {
            return Texts.say("attendance.attended.hidden");
        }
        MonthlyAttendance attendance = new MonthlyAttendance(subject);
        if (!attendance.isRecorded(subject.clinic())) {
            return Texts.say("attendance.attended.unknown");
        }
        Attendance month = attendance.of(subject.clinic());
        String share = Words.bracketed(
                Words.percent(month.share()),
                beside(Words.percent(attendance.of(MonthlySubject.ALL).share())));
        String attended =
                Texts.say("attendance.attended", Words.count(month.attended()), Words.count(month.booked()), share);
        return attended + leftOut(attendance.silent());
    }

    private static String leftOut(List<String> silent) {
        return silent.isEmpty() ? "" : " " + Texts.say("attendance.attended.left_out", String.join(", ", silent));
    }

    private String closed() {
        return own.closed()
                .map(row -> row.isSuppressed()
                        ? Texts.say("attendance.closed.hidden")
                        : Texts.say(
                                "attendance.closed",
                                Words.count(row.count("n_episodes")),
                                Words.brief(row.number("sessions_mean")),
                                Words.bracketed(
                                        beside(all.closed(), other -> Words.brief(other.number("sessions_mean")))),
                                single(row)))
                .orElseGet(() -> Texts.say("attendance.closed.none"));
    }

    private String single(PublishedRow row) {
        return row.number("single_session_rate").isEmpty()
                ? Texts.say("attendance.single.hidden")
                : Texts.say(
                        "attendance.single",
                        Words.count(row.count("single_session")),
                        Words.bracketed(
                                Adherence.single(row),
                                Words.named(Words.percentInterval(
                                        row.number("single_session_ci_low"), row.number("single_session_ci_high"))),
                                beside(all.closed(), Adherence::single)));
    }

    private String intervals() {
        return own.intervals()
                .map(row -> row.number("days_median").isEmpty()
                        ? Texts.say("attendance.intervals.hidden")
                        : Texts.say(
                                "attendance.intervals",
                                Words.brief(row.number("days_median")),
                                Words.bracketed(
                                        Texts.say("number.quartiles.named", Adherence.quartiles(row, "days")),
                                        beside(all.intervals(), other -> Words.brief(other.number("days_median"))))))
                .orElseGet(() -> Texts.say("attendance.intervals.none"));
    }

    private String beside(Optional<PublishedRow> row, Function<PublishedRow, String> figure) {
        return row.map(figure).map(this::beside).orElse("");
    }

    /** A clinic is told the figure of all. */
    private String beside(String figure) {
        return subject.isOneClinic() ? Texts.say("month.beside", figure) : "";
    }

    /** A clinic beside all, or each of some clinics. */
    private Optional<Block> adverseEvents(List<String> clinics) {
        List<IntervalChart.Row> drawn = clinics.stream()
                .flatMap(clinic -> new SafetyFigures(subject, clinic).drawn().stream())
                .toList();
        return drawn.size() < 2 || drawn.size() > MOST_DRAWN
                ? Optional.empty()
                : Optional.of(new Drawing(new IntervalChart(
                        "adverse-events",
                        Texts.say("attendance.events.title"),
                        new Axis(Texts.say("attendance.events.quantity"), Texts.say("unit.per_thousand_sessions"), 0),
                        Better.LOWER,
                        drawn)));
    }
}
