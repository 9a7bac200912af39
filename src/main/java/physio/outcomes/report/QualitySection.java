package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;

/** How complete the data are, and what was not taken. */
final class QualitySection {
    private final MonthlySubject subject;

    private QualitySection(MonthlySubject subject) {
        this.subject = subject;
    }

    static Page.Section of(MonthlySubject subject, MonthlyReport.Deliveries deliveries) {
        QualitySection quality = new QualitySection(subject);
        List<Block> blocks = new ArrayList<>();
        quality.addCompleteness(blocks);
        quality.addParticipation(blocks);
        blocks.addAll(ParticipationBlocks.of(subject));
        if (!subject.isOneClinic()) {
            blocks.addAll(0, quality.received(deliveries));
            quality.addClinics(blocks);
        }
        quality.addQuarantine(blocks);
        return new Page.Section("quality", Texts.say("quality.heading"), blocks);
    }

    /** What came and when, and what of it is hard to believe; of so few patients that the month is hidden nothing but that. */
    private List<Block> received(MonthlyReport.Deliveries deliveries) {
        if (subject.activity(subject.clinic())
                .filter(row -> !row.isSuppressed())
                .isEmpty()) {
            return List.of(new Paragraph(Texts.say("quality.received.hidden")));
        }
        MonthlyReport.Received received = deliveries.received();
        List<Block> told = new ArrayList<>();
        told.add(new Page.Sentences(List.of(counts(received), timeliness(deliveries.late()))));
        if (!received.warnings().isEmpty()) {
            told.add(warnings(received));
        }
        return told;
    }

    private String counts(MonthlyReport.Received received) {
        return Texts.say(
                received.deliveries(),
                "quality.received",
                Words.count(received.deliveries()),
                Words.month(subject.month()),
                Words.count(received.records()),
                Words.count(received.quarantined()),
                Words.count(received.repeated()),
                Words.count(received.again()));
    }

    private String timeliness(List<Integer> late) {
        String month = Words.month(subject.month());
        return late.isEmpty()
                ? Texts.say("quality.timely", month)
                : Texts.say(late.size(), "quality.late", Words.count(late.size()), month);
    }

    /** In the words of the reports' language; a measure that the settings no longer have goes by its id. */
    private Grid warnings(MonthlyReport.Received received) {
        List<List<String>> rows = new ArrayList<>();
        received.warnings().forEach((warned, files) -> {
            Measure measure = subject.settings().measures().get(warned.measure());
            rows.add(List.of(
                    Texts.say("warning." + warned.rule()),
                    warned.measure().isEmpty()
                            ? Texts.say("quality.warnings.file")
                            : measure == null ? warned.measure() : measure.label(),
                    Words.count(files)));
        });
        return new Grid(
                Texts.say("quality.warnings.caption", Words.month(subject.month())),
                List.of(
                        Texts.say("quality.warnings.column.warning"),
                        Texts.say("column.measure"),
                        Texts.say("quality.warnings.column.files")),
                rows);
    }

    private void addCompleteness(List<Block> blocks) {
        subject.activity(subject.clinic()).ifPresent(row -> {
            List<List<String>> rows = new ArrayList<>();
            for (Measure measure : subject.measures()) {
                for (ScoreColumn column : measure.columns()) {
                    rows.add(List.of(
                            measure.label() + ", " + Texts.say("quality.moment." + column.moment()),
                            Words.count(row.count(column.name())),
                            Words.percent(Shares.of(row.number(column.name()), row.number("attended")))));
                }
            }
            blocks.add(new Grid(
                    Texts.say("quality.scores.caption", Words.month(subject.month())),
                    List.of(
                            Texts.say("quality.scores.column.score"),
                            Texts.say("quality.scores.column.recorded"),
                            Texts.say("quality.scores.column.share")),
                    rows));
        });
    }

    private void addParticipation(List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            subject.participation(subject.clinic(), measure).ifPresent(row -> rows.add(participation(measure, row)));
        }
        blocks.add(new Grid(
                Texts.say("quality.episodes.caption", Words.month(subject.month())),
                List.of(
                        Texts.say("column.measure"),
                        Texts.say("quality.episodes.column.episodes"),
                        Texts.say("quality.episodes.column.baseline"),
                        Texts.say("quality.episodes.column.follow_up"),
                        Texts.say("quality.episodes.column.share")),
                rows));
    }

    /** Which clinic records what. */
    private void addClinics(List<Block> blocks) {
        List<String> headings =
                new ArrayList<>(List.of(Texts.say("column.clinic"), Texts.say("quality.clinics.column.sessions")));
        subject.measures().forEach(measure -> headings.add(measure.label()));
        List<List<String>> rows = new ArrayList<>();
        subject.tables()
                .activity()
                .where(Map.of("period", subject.month().toString()))
                .filter(row -> !row.key("clinic_id").equals(MonthlySubject.ALL))
                .forEach(row -> rows.add(recorded(row)));
        blocks.add(new Grid(Texts.say("quality.clinics.caption", Words.month(subject.month())), headings, rows));
    }

    private List<String> recorded(PublishedRow row) {
        List<String> cells = new ArrayList<>(List.of(row.key("clinic_id"), Words.shown(row.count("attended"))));
        subject.measures()
                .forEach(measure -> cells.add(
                        row.isSuppressed() ? Words.hidden() : Words.percent(Shares.recorded(row, List.of(measure)))));
        return cells;
    }

    private static List<String> participation(Measure measure, PublishedRow row) {
        return List.of(
                measure.label(),
                Words.count(row.count("n_episodes")),
                Words.count(row.count("with_baseline")),
                Words.count(row.count("with_follow_up")),
                Words.percent(Shares.of(row.number("with_follow_up"), row.number("n_episodes"))));
    }

    private void addQuarantine(List<Block> blocks) {
        List<PublishedRow> reasons = subject.tables().quarantine().rows();
        if (reasons.isEmpty()) {
            blocks.add(new Paragraph(Texts.say("quality.quarantine.none")));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        reasons.forEach(row -> rows.add(List.of(
                Texts.find("quarantine." + row.key("reason")).orElseGet(() -> row.text("meaning")),
                row.key("column").isEmpty() ? Texts.say("quality.quarantine.record") : row.key("column"),
                Words.count(row.count("records")))));
        blocks.add(new Grid(
                Texts.say("quality.quarantine.caption"),
                List.of(
                        Texts.say("quality.quarantine.column.reason"),
                        Texts.say("quality.quarantine.column.column"),
                        Texts.say("quality.quarantine.column.records")),
                rows));
    }
}
