package physio.outcomes.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Heading;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;
import physio.outcomes.spc.Signal;
import physio.outcomes.spc.XmrChart;

/** The chapters on change: by technique, who improved, month by month, visit by visit. */
final class ChangeSections {
    private final MonthlySubject subject;

    ChangeSections(MonthlySubject subject) {
        this.subject = subject;
    }

    Section techniques() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say("techniques.intro")));
        for (Measure measure : subject.measures()) {
            blocks.add(new Heading(measure.label()));
            for (String window : MonthlySubject.windows(measure)) {
                addTechniques(blocks, measure, window);
            }
        }
        return new Section("techniques", Texts.say("techniques.heading"), blocks);
    }

    private void addTechniques(List<Block> blocks, Measure measure, String window) {
        List<PublishedRow> rows = subject.techniques(measure, window);
        String what = Texts.say("techniques.change", measure.label(), MonthlySubject.windowLabel(window));
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(Texts.say("techniques.none", what)));
            return;
        }
        if (rows.stream().allMatch(PublishedRow::isSuppressed)) {
            blocks.add(new Paragraph(Texts.say("too_few", what)));
            return;
        }
        blocks.add(new Drawing(OutcomeRows.improvements(
                "technique-" + measure.id() + "-" + window, what, measure, rows, subject::techniqueLabel)));
        blocks.add(OutcomeRows.grid(
                Texts.say(
                        "techniques.caption", what, measure.instrument(), measure.unit(), Words.month(subject.month())),
                measure,
                rows,
                subject::techniqueLabel));
    }

    Section responders() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say("responders.intro", Texts.say("methods.heading"))));
        for (Measure measure : subject.measures()) {
            List<PublishedRow> rows = subject.techniques(measure, "episode");
            if (!rows.isEmpty() && rows.stream().allMatch(PublishedRow::isSuppressed)) {
                blocks.add(new Paragraph(Texts.say("too_few", measure.label())));
            } else if (!rows.isEmpty()) {
                blocks.add(new Drawing(OutcomeRows.shares(
                        "responders-" + measure.id(),
                        Texts.say("responders.title", measure.label()),
                        Texts.say("unit.episodes"),
                        rows,
                        subject::techniqueLabel)));
            }
        }
        return new Section("responders", Texts.say("responders.heading"), blocks);
    }

    Section months() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say("months.intro")));
        Indicators indicators = subject.indicators();
        subject.measures().forEach(measure -> addMonths(blocks, indicators.improvement(measure)));
        blocks.add(new Paragraph(Texts.say("months.basis")));
        MonthlyAttendance attendance = new MonthlyAttendance(subject);
        if (attendance.isRecorded(subject.clinic())) {
            addMonths(blocks, indicators.attendance());
        } else {
            blocks.add(new Paragraph(Texts.say(
                    attendance.isHidden(subject.clinic())
                            ? "attendance.attended.hidden"
                            : "months.attendance.unknown")));
        }
        addMonths(blocks, indicators.completeness());
        return new Section("months", Texts.say("months.heading"), blocks);
    }

    private static void addMonths(List<Block> blocks, MonthsChart chart) {
        blocks.add(new Drawing(chart));
        blocks.add(new Paragraph(signals(chart.months())));
    }

    private static String signals(XmrChart months) {
        Map<Signal, List<String>> signals = new EnumMap<>(Signal.class);
        for (int i = 0; i < months.points().size(); i++) {
            String month = Words.shortMonth(months.points().get(i).month());
            months.signals()
                    .get(i)
                    .ifPresent(signal -> signals.computeIfAbsent(signal, first -> new ArrayList<>())
                            .add(month));
        }
        List<String> told = new ArrayList<>();
        signals.forEach((signal, named) -> told.add(Texts.say("signal", signal) + ": " + String.join(", ", named)));
        return told.isEmpty() ? Texts.say("months.signals.none") : Texts.say("months.signals", String.join("; ", told));
    }

    Section visits() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say("visits.intro")));
        for (Measure measure : subject.measures()) {
            blocks.add(new Drawing(new TrajectoryChart(
                    "visits-" + measure.id(),
                    Texts.say("visits.title", measure.label()),
                    new Axis(Texts.say("visits.quantity", measure.instrument()), measure.unit(), 1),
                    measure.polarity() > 0 ? Better.HIGHER : Better.LOWER,
                    visits(measure))));
        }
        return new Section("visits", Texts.say("visits.heading"), blocks);
    }

    /** This year, the last, and this year of all clinics beside those of one; a year without a row has no line. */
    private List<TrajectoryChart.Series> visits(Measure measure) {
        int year = subject.month().getYear();
        List<TrajectoryChart.Series> series = new ArrayList<>();
        series.add(visits(measure, subject.clinic(), year));
        series.add(visits(measure, subject.clinic(), year - 1));
        if (subject.isOneClinic()) {
            series.add(visits(measure, MonthlySubject.ALL, year));
        }
        return series.stream().filter(line -> !line.visits().isEmpty()).toList();
    }

    private TrajectoryChart.Series visits(Measure measure, String clinic, int year) {
        List<TrajectoryChart.Visit> visits = new ArrayList<>();
        subject.tables()
                .trajectories()
                .where(Map.of("clinic_id", clinic, "year", String.valueOf(year), "measure", measure.id()))
                .forEach(row -> visits.add(new TrajectoryChart.Visit(
                        Integer.parseInt(row.key("visit_number")),
                        row.number("score_mean"),
                        row.number("score_ci_low"),
                        row.number("score_ci_high"),
                        row.count("n_patients"))));
        String who = Texts.say(clinic.equals(MonthlySubject.ALL) ? "who.all" : "who.own");
        return new TrajectoryChart.Series(Texts.say("visits.series", who, String.valueOf(year)), visits);
    }
}
