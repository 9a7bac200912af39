package physio.outcomes.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrChart;

/** The figures of a subject that are followed month by month, between control limits; each is made when first asked for. */
final class Indicators {
    private final MonthlySubject subject;

    Indicators(MonthlySubject subject) {
        this.subject = subject;
    }

    /** Lasting improvement in a measure. */
    MonthsChart improvement(Measure measure) {
        Axis axis = new Axis(Texts.say("quantity.improvement"), measure.unit(), 2);
        return outcome(measure, "", "indicator.improvement", axis, Better.HIGHER, row -> row.number("improvement_mean"))
                .withTarget(subject.settings().report().target(measure.id()));
    }

    /** Of a measure's episodes, those that improved by at least the smallest difference that matters, in percent. */
    MonthsChart improved(Measure measure) {
        Axis axis = new Axis(Texts.say("indicator.quantity.improved"), "%", 1);
        return outcome(
                measure,
                "-improved",
                "indicator.improved",
                axis,
                Better.HIGHER,
                row -> Shares.percent(row.number("improved_rate")));
    }

    /** Of a measure's episodes, those that got worse by as much, in percent. */
    MonthsChart worse(Measure measure) {
        Axis axis = new Axis(Texts.say("indicator.quantity.worse"), "%", 1);
        return outcome(
                measure,
                "-worse",
                "indicator.worse",
                axis,
                Better.LOWER,
                row -> Shares.percent(row.number("deteriorated_rate")));
    }

    /** Attended sessions. */
    MonthsChart sessions() {
        return activity(
                "sessions",
                new Axis(Texts.say("indicator.quantity.sessions"), Texts.say("unit.sessions"), 0),
                Better.NEITHER,
                row -> row.number("attended"));
    }

    /** Distinct patients who attended. */
    MonthsChart patients() {
        return activity(
                "patients",
                new Axis(Texts.say("indicator.quantity.patients"), Texts.say("unit.patients"), 0),
                Better.NEITHER,
                row -> row.number("n_patients"));
    }

    /** Of the booked sessions, those attended, in percent; no values where missed ones are not listed. */
    MonthsChart attendance() {
        MonthlyAttendance attendance = new MonthlyAttendance(subject);
        return activity(
                        "attendance",
                        new Axis(Texts.say("indicator.quantity.attendance"), "%", 1),
                        Better.HIGHER,
                        row -> Shares.percent(attendance.of(row).share()))
                .withTarget(subject.settings().report().target("attendance"));
    }

    /** Of the scores due in attended sessions, those recorded, in percent. */
    MonthsChart completeness() {
        return activity(
                        "completeness",
                        new Axis(Texts.say("indicator.quantity.completeness"), "%", 1),
                        Better.HIGHER,
                        row -> Shares.percent(Shares.recorded(row, subject.measures())))
                .withTarget(subject.settings().report().target("completeness"));
    }

    /** Episodes last seen in a month; those of the newest months may go on. */
    MonthsChart episodes() {
        String id = "months-episodes";
        Axis axis = new Axis(Texts.say("indicator.quantity.episodes"), Texts.say("unit.episodes"), 0);
        String any = subject.measures().get(0).id();
        return subject.months(
                id,
                () -> chart(
                        id,
                        axis.quantity(),
                        axis,
                        Better.NEITHER,
                        points(
                                rows(subject.tables().participation(), Map.of("measure", any)),
                                row -> row.number("n_episodes"),
                                true)));
    }

    private MonthsChart outcome(
            Measure measure,
            String suffix,
            String title,
            Axis axis,
            Better better,
            Function<PublishedRow, OptionalDouble> value) {
        String id = "months-" + measure.id() + suffix;
        Map<String, String> keys = Map.of("measure", measure.id(), "window", "episode", "technique", "all");
        return subject.months(
                id,
                () -> chart(
                        id,
                        Texts.say(title, measure.label()),
                        axis,
                        better,
                        points(rows(subject.tables().months(), keys), value, true)));
    }

    private MonthsChart activity(String name, Axis axis, Better better, Function<PublishedRow, OptionalDouble> value) {
        String id = "months-" + name;
        return subject.months(
                id,
                () -> chart(
                        id,
                        Texts.say("indicator.by_month", axis.quantity()),
                        axis,
                        better,
                        points(rows(subject.tables().activity(), Map.of()), value, false)));
    }

    private Stream<PublishedRow> rows(PublishedTable table, Map<String, String> keys) {
        return table.where(Map.of("clinic_id", subject.clinic()))
                .filter(row -> keys.entrySet().stream()
                        .allMatch(key -> row.key(key.getKey()).equals(key.getValue())));
    }

    private MonthsChart chart(String id, String title, Axis axis, Better better, List<MonthlyPoint> points) {
        XmrChart months =
                XmrChart.of(points, subject.settings().report().rebases().keySet());
        return new MonthsChart(id, title, axis, better, months, OptionalDouble.empty());
    }

    private List<MonthlyPoint> points(
            Stream<PublishedRow> rows, Function<PublishedRow, OptionalDouble> value, boolean maySettle) {
        return rows.map(row -> {
                    YearMonth month = YearMonth.parse(row.key("period"));
                    return new MonthlyPoint(month, value.apply(row), maySettle && isProvisional(month));
                })
                .toList();
    }

    /** Whether an episode last seen in a month may still go on: less than the gap has passed since. */
    private boolean isProvisional(YearMonth month) {
        return month.atEndOfMonth()
                .plusDays(subject.settings().episode().gapDays())
                .isAfter(subject.month().atEndOfMonth());
    }
}
