package physio.outcomes.report;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.privacy.PublishedRow;

/** Adverse events of a clinic, or of all that record them: in the month, and in the months that end with it. */
final class SafetyFigures {
    private static final int PER_SESSIONS = 1000;

    private final MonthlySubject subject;
    private final String clinic;

    SafetyFigures(MonthlySubject subject, String clinic) {
        this.subject = subject;
        this.clinic = clinic;
    }

    /** Of the months together; none where nothing is recorded, or where every month is hidden. */
    private Optional<PublishedRow> ofMonths() {
        return subject.tables()
                .safety()
                .where(Map.of("clinic_id", clinic))
                .filter(row -> row.key("period").contains(".."))
                .findFirst();
    }

    private Optional<PublishedRow> ofMonth() {
        return subject.tables()
                .safety()
                .first(Map.of("clinic_id", clinic, "period", subject.month().toString()));
    }

    /** Rate and interval of the months, or why there is none. */
    String cell() {
        return ofMonths()
                .map(row -> isHidden(row) ? Words.hidden() : rate(row) + bracketed(interval(row)))
                .orElseGet(() -> isUnknown() ? Words.hidden() : Texts.say("attendance.not_recorded"));
    }

    /** The figures in a sentence, or why there are none. */
    String sentence() {
        return ofMonths()
                .map(row -> isHidden(row) ? Texts.say("safety.hidden") : told(row) + toldOfMonth())
                .orElseGet(() -> isUnknown() ? Texts.say("safety.too_few") : Texts.say("safety.none"));
    }

    private String told(PublishedRow row) {
        return Texts.say(
                "safety.events",
                since(row),
                Words.count(row.count("adverse_events")),
                Words.count(row.count("n_sessions")),
                rate(row),
                Words.bracketed(Words.named(interval(row)), all()));
    }

    private static String since(PublishedRow row) {
        String period = row.key("period");
        return Words.month(YearMonth.parse(period.substring(0, period.indexOf('.'))));
    }

    private String all() {
        SafetyFigures all = new SafetyFigures(subject, MonthlySubject.ALL);
        return clinic.equals(MonthlySubject.ALL)
                ? ""
                : all.ofMonths()
                        .filter(row -> !isHidden(row))
                        .map(row -> Texts.say("safety.all", rate(row)))
                        .orElse("");
    }

    private String toldOfMonth() {
        return ofMonth()
                .map(row -> " "
                        + (isHidden(row)
                                ? Texts.say("safety.month.hidden")
                                : Texts.say(
                                        "safety.month",
                                        Words.count(row.count("adverse_events")),
                                        Words.count(row.count("n_sessions")))))
                .orElse("");
    }

    /** A clinic of which no month is shown may record events or not. */
    private boolean isUnknown() {
        return !new MonthlyAttendance(subject).isShown(clinic);
    }

    private static boolean isHidden(PublishedRow row) {
        return row.number("adverse_rate").isEmpty();
    }

    /** The months' rate for a chart; none where it is not shown. */
    Optional<IntervalChart.Row> drawn() {
        return ofMonths()
                .filter(row -> !isHidden(row))
                .map(row -> new IntervalChart.Row(
                        AttendanceGrid.label(clinic),
                        perSessions(row, "adverse_rate"),
                        perSessions(row, "adverse_ci_low"),
                        perSessions(row, "adverse_ci_high"),
                        Texts.say("number.of_sessions", Words.count(row.count("n_sessions")))));
    }

    private static OptionalDouble perSessions(PublishedRow row, String column) {
        OptionalDouble share = row.number(column);
        return share.isPresent() ? OptionalDouble.of(PER_SESSIONS * share.getAsDouble()) : share;
    }

    private static String rate(PublishedRow row) {
        return Words.brief(perSessions(row, "adverse_rate"));
    }

    private static String bracketed(String interval) {
        return interval.equals(Words.NONE) ? "" : Words.bracketed(interval);
    }

    private static String interval(PublishedRow row) {
        OptionalDouble low = perSessions(row, "adverse_ci_low");
        return low.isPresent()
                ? Texts.say("number.interval", Words.brief(low), Words.brief(perSessions(row, "adverse_ci_high")))
                : Words.NONE;
    }
}
