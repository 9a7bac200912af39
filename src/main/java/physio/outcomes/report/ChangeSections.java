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
        blocks.add(new Paragraph(
                "Crude figures: patients who get different techniques differ, so a higher bar does not mean a better"
                        + " technique. The comparison page adjusts for what is recorded about them."));
        for (Measure measure : subject.measures()) {
            blocks.add(new Heading(measure.label()));
            for (String window : MonthlySubject.windows(measure)) {
                addTechniques(blocks, measure, window);
            }
        }
        return new Section("techniques", "Change per technique", blocks);
    }

    private void addTechniques(List<Block> blocks, Measure measure, String window) {
        List<PublishedRow> rows = subject.techniques(measure, window);
        String what = measure.label() + ", change " + MonthlySubject.windowLabel(window);
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(what + ": no rows with both scores this month."));
            return;
        }
        if (rows.stream().allMatch(PublishedRow::isSuppressed)) {
            blocks.add(new Paragraph(what + ": too few patients to show."));
            return;
        }
        blocks.add(new Drawing(OutcomeRows.improvements(
                "technique-" + measure.id() + "-" + window, what, measure, rows, subject::techniqueLabel)));
        blocks.add(OutcomeRows.grid(
                what + ", by technique; " + measure.instrument() + ", " + measure.unit() + ", "
                        + Words.month(subject.month()),
                measure,
                rows,
                subject::techniqueLabel));
    }

    Section responders() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph("Improved and worse mean a change of at least the smallest one that matters to patients;"
                        + " what that is for each measure stands under How to read."));
        for (Measure measure : subject.measures()) {
            List<PublishedRow> rows = subject.techniques(measure, "episode");
            if (!rows.isEmpty() && rows.stream().allMatch(PublishedRow::isSuppressed)) {
                blocks.add(new Paragraph(measure.label() + ": too few patients to show."));
            } else if (!rows.isEmpty()) {
                blocks.add(new Drawing(OutcomeRows.shares(
                        "responders-" + measure.id(),
                        measure.label() + ", episodes that improved, stayed or got worse",
                        "episodes",
                        rows,
                        subject::techniqueLabel)));
            }
        }
        return new Section("responders", "Who improved", blocks);
    }

    Section months() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                "Each point is the mean improvement of the episodes last seen in that month. Points between the limits"
                        + " are usual scatter: do not explain a single rise or fall. Hollow points may still change, since their episodes"
                        + " may go on; they stay out of the limits."));
        Indicators indicators = subject.indicators();
        subject.measures().forEach(measure -> addMonths(blocks, indicators.improvement(measure)));
        blocks.add(new Paragraph(
                "What the figures rest on: how many booked sessions took place, and how many scores were recorded."));
        if (new MonthlyAttendance(subject).isRecorded(subject.clinic())) {
            addMonths(blocks, indicators.attendance());
        } else {
            blocks.add(new Paragraph("Attendance is not known: missed sessions are not listed."));
        }
        addMonths(blocks, indicators.completeness());
        return new Section("months", "Month by month", blocks);
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
        return told.isEmpty() ? "No month stands out." : "Beyond usual scatter, " + String.join("; ", told) + ".";
    }

    Section visits() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                "Mean score at each visit, all episodes up to the end of the month. Fewer patients reach later visits,"
                        + " and those who stay differ from those who leave: the line is not one patient's course."));
        for (Measure measure : subject.measures()) {
            List<TrajectoryChart.Series> series = new ArrayList<>();
            series.add(new TrajectoryChart.Series(
                    subject.isOneClinic() ? "This clinic" : "All clinics", visits(measure, subject.clinic())));
            if (subject.isOneClinic()) {
                series.add(new TrajectoryChart.Series("All clinics", visits(measure, MonthlySubject.ALL)));
            }
            blocks.add(new Drawing(new TrajectoryChart(
                    "visits-" + measure.id(),
                    measure.label() + " by visit",
                    new Axis("Mean " + measure.instrument(), measure.unit(), 1),
                    measure.polarity() > 0 ? Better.HIGHER : Better.LOWER,
                    series)));
        }
        return new Section("visits", "Visit by visit", blocks);
    }

    private List<TrajectoryChart.Visit> visits(Measure measure, String clinic) {
        List<TrajectoryChart.Visit> visits = new ArrayList<>();
        subject.tables()
                .trajectories()
                .where(Map.of("clinic_id", clinic, "measure", measure.id()))
                .forEach(row -> visits.add(new TrajectoryChart.Visit(
                        Integer.parseInt(row.key("visit_number")),
                        row.number("score_mean"),
                        row.number("score_ci_low"),
                        row.number("score_ci_high"),
                        row.count("n_patients"))));
        return visits;
    }
}
