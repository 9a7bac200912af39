package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Section;

/** Whether patients come and keep coming, and whether something happened to them; what nobody recorded is said to be so. */
final class AdherenceSection {
    private static final int PER_SESSIONS = 1000;

    private final MonthlySubject subject;
    private final List<String> clinics;

    private AdherenceSection(MonthlySubject subject, List<String> clinics) {
        this.subject = subject;
        this.clinics = clinics;
    }

    /**
     * The section.
     *
     * @param clinics those of the month, in order; a clinic's page shows it beside all
     */
    static Section of(MonthlySubject subject, List<String> clinics) {
        List<String> shown = new ArrayList<>(subject.isOneClinic() ? List.of(subject.clinic()) : clinics);
        shown.add(MonthlySubject.ALL);
        AdherenceSection section = new AdherenceSection(subject, shown);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Page.Sentences(
                List.of(section.attendance(), section.closed(), section.intervals(), section.safety())));
        blocks.add(section.grid());
        section.addChart(blocks);
        return new Section("adherence", "Attendance and safety", blocks);
    }

    private String attendance() {
        if (!isAttendanceRecorded(subject.clinic())) {
            return "Attendance: the exports of the last twelve months list attended sessions only, or these are hidden, so"
                    + " it cannot be told how many were missed.";
        }
        return subject.activity(subject.clinic())
                .filter(row -> !row.isSuppressed())
                .map(row -> "Attendance: " + Words.count(row.count("attended")) + " of "
                        + Words.count(row.count("booked")) + " booked sessions were attended ("
                        + Words.percent(attended(subject.clinic())) + ").")
                .orElse("Attendance: too few patients to show.");
    }

    private String closed() {
        return row(subject.tables().closed(), subject.clinic())
                .map(row -> row.isSuppressed()
                        ? "Courses: too few patients to show."
                        : "Courses: the " + Words.count(row.count("n_episodes"))
                                + " episodes that closed this month had " + Words.number(row.number("sessions_mean"))
                                + " sessions on average." + single(row))
                .orElse("Courses: no episode of care closed this month.");
    }

    private static String single(PublishedRow row) {
        return row.count("single_session").isEmpty()
                ? ""
                : " " + Words.count(row.count("single_session")) + " ended after a single session ("
                        + Words.percent(row.number("single_session_rate")) + ", 95% interval "
                        + Words.percentInterval(
                                row.number("single_session_ci_low"), row.number("single_session_ci_high"))
                        + ").";
    }

    private String intervals() {
        return row(subject.tables().intervals(), subject.clinic())
                .map(row -> row.number("days_median").isEmpty()
                        ? "Days between sessions: too few patients to show."
                        : "Days between sessions: patients came back after a median of " + median(row, "days") + ".")
                .orElse("Days between sessions: nobody came back this month.");
    }

    private String safety() {
        List<PublishedRow> rows = safetyRows(subject.clinic());
        if (rows.isEmpty()) {
            return "Safety: adverse events were not recorded in the last twelve months, or the figures are hidden. That is not"
                    + " the same as none.";
        }
        List<String> told = rows.stream()
                .map(row -> Words.count(row.count("adverse_events")) + " in " + Words.count(row.count("n_sessions"))
                        + " sessions " + (row.key("period").contains("..") ? "over twelve months" : "this month") + ", "
                        + rate(row) + " in 1,000 (95% interval " + interval(row) + ")")
                .toList();
        return rows.stream().allMatch(row -> row.number("adverse_rate").isPresent())
                ? "Safety: adverse events were recorded " + String.join("; ", told) + "."
                : "Safety: the privacy profile does not show adverse events.";
    }

    private Grid grid() {
        List<List<String>> rows = clinics.stream()
                .map(clinic -> {
                    Optional<PublishedRow> closed = row(subject.tables().closed(), clinic);
                    Optional<PublishedRow> events = safetyRows(clinic).stream()
                            .filter(AdherenceSection::isOfMonths)
                            .findFirst();
                    return List.of(
                            label(clinic),
                            isAttendanceRecorded(clinic) ? Words.percent(attended(clinic)) : Words.NONE,
                            closed.map(row -> Words.shown(row.count("n_episodes")))
                                    .orElse(Words.count(0)),
                            closed.map(row -> median(row, "sessions")).orElse(Words.NONE),
                            closed.map(row -> Words.percent(row.number("single_session_rate")))
                                    .orElse(Words.NONE),
                            row(subject.tables().intervals(), clinic)
                                    .map(row -> median(row, "days"))
                                    .orElse(Words.NONE),
                            events.map(AdherenceSection::rate).orElse("not recorded"),
                            events.map(AdherenceSection::interval).orElse(Words.NONE));
                })
                .toList();
        return new Grid(
                "Attendance, courses and days of " + Words.month(subject.month())
                        + " with median (quartiles), adverse events in 1,000 sessions over twelve months",
                List.of(
                        "Clinic",
                        "Attended",
                        "Episodes closed",
                        "Sessions",
                        "Single session",
                        "Days between",
                        "Adverse events",
                        "95% interval"),
                rows);
    }

    /** One clinic is told in the sentence. */
    private void addChart(List<Block> blocks) {
        List<IntervalChart.Row> drawn = new ArrayList<>();
        for (String clinic : clinics) {
            safetyRows(clinic).stream()
                    .filter(row -> isOfMonths(row) && row.number("adverse_rate").isPresent())
                    .forEach(row -> drawn.add(new IntervalChart.Row(
                            label(clinic),
                            perSessions(row, "adverse_rate"),
                            perSessions(row, "adverse_ci_low"),
                            perSessions(row, "adverse_ci_high"),
                            Words.count(row.count("n_sessions")) + " sessions")));
        }
        if (drawn.size() > 1) {
            blocks.add(new Drawing(new IntervalChart(
                    "adverse-events",
                    "Adverse events by clinic over twelve months",
                    new Axis("Adverse events", "in 1,000 sessions", 0),
                    Better.LOWER,
                    drawn)));
        }
    }

    /** Every session attended, in all the months, is what an export without attendance looks like. */
    private boolean isAttendanceRecorded(String clinic) {
        return subject.tables()
                .activity()
                .where(Map.of("clinic_id", clinic))
                .anyMatch(row ->
                        row.number("booked").orElse(0) > row.number("attended").orElse(0));
    }

    private OptionalDouble attended(String clinic) {
        Optional<PublishedRow> row =
                subject.activity(clinic).filter(own -> own.number("booked").orElse(0) > 0);
        return row.isPresent()
                ? OptionalDouble.of(row.get().number("attended").orElse(0)
                        / row.get().number("booked").orElseThrow())
                : OptionalDouble.empty();
    }

    private Optional<PublishedRow> row(PublishedTable table, String clinic) {
        return table.first(Map.of("clinic_id", clinic, "period", subject.month().toString()));
    }

    private List<PublishedRow> safetyRows(String clinic) {
        return subject.tables()
                .safety()
                .where(Map.of("clinic_id", clinic))
                .filter(row -> !row.isSuppressed())
                .toList();
    }

    private static boolean isOfMonths(PublishedRow row) {
        return row.key("period").contains("..");
    }

    private static String median(PublishedRow row, String of) {
        return row.number(of + "_median").isEmpty()
                ? Words.NONE
                : brief(row.number(of + "_median")) + " (" + brief(row.number(of + "_q1")) + " to "
                        + brief(row.number(of + "_q3")) + ")";
    }

    private static String rate(PublishedRow row) {
        return brief(perSessions(row, "adverse_rate"));
    }

    private static String interval(PublishedRow row) {
        return brief(perSessions(row, "adverse_ci_low")) + " to " + brief(perSessions(row, "adverse_ci_high"));
    }

    private static OptionalDouble perSessions(PublishedRow row, String column) {
        OptionalDouble value = row.number(column);
        return value.isPresent() ? OptionalDouble.of(PER_SESSIONS * value.getAsDouble()) : value;
    }

    /** Whole numbers without decimals, others with one. */
    private static String brief(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()).replace(".0", "")
                : Words.NONE;
    }

    private static String label(String clinic) {
        return clinic.equals(MonthlySubject.ALL) ? "All clinics" : clinic;
    }
}
