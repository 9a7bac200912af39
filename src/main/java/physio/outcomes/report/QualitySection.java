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

    static Page.Section of(MonthlySubject subject) {
        QualitySection quality = new QualitySection(subject);
        List<Block> blocks = new ArrayList<>();
        quality.addCompleteness(blocks);
        quality.addParticipation(blocks);
        blocks.addAll(ParticipationBlocks.of(subject));
        if (!subject.isOneClinic()) {
            quality.addClinics(blocks);
        }
        quality.addQuarantine(blocks);
        return new Page.Section("quality", "How good are the data", blocks);
    }

    private void addCompleteness(List<Block> blocks) {
        subject.activity(subject.clinic()).ifPresent(row -> {
            List<List<String>> rows = new ArrayList<>();
            for (Measure measure : subject.measures()) {
                for (ScoreColumn column : measure.columns()) {
                    rows.add(List.of(
                            measure.label() + ", " + moment(column),
                            Words.count(row.count(column.name())),
                            Words.percent(Shares.of(row.number(column.name()), row.number("attended")))));
                }
            }
            blocks.add(new Grid(
                    "Scores recorded in attended sessions, " + Words.month(subject.month()),
                    List.of("Score", "Recorded", "Share of sessions"),
                    rows));
        });
    }

    private static String moment(ScoreColumn column) {
        return switch (column.moment()) {
            case "before" -> "before the session";
            case "after" -> "after the session";
            default -> "at the visit";
        };
    }

    private void addParticipation(List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            subject.participation(subject.clinic(), measure).ifPresent(row -> rows.add(participation(measure, row)));
        }
        blocks.add(new Grid(
                "Episodes of care last seen in " + Words.month(subject.month()) + " that can be analysed",
                List.of("Measure", "Episodes", "With baseline", "With follow-up too", "Share analysed"),
                rows));
    }

    /** Which clinic records what. */
    private void addClinics(List<Block> blocks) {
        List<String> headings = new ArrayList<>(List.of("Clinic", "Sessions"));
        subject.measures().forEach(measure -> headings.add(measure.label()));
        List<List<String>> rows = new ArrayList<>();
        subject.tables()
                .activity()
                .where(Map.of("period", subject.month().toString()))
                .filter(row -> !row.key("clinic_id").equals(MonthlySubject.ALL))
                .forEach(row -> rows.add(recorded(row)));
        blocks.add(new Grid(
                "Scores recorded of those due in attended sessions, by clinic, " + Words.month(subject.month()),
                headings,
                rows));
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
            blocks.add(new Paragraph("No record was put in quarantine."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        reasons.forEach(row -> rows.add(List.of(
                row.text("meaning"),
                row.key("column").isEmpty() ? "record" : row.key("column"),
                Words.count(row.count("records")))));
        blocks.add(new Grid(
                "Records in quarantine, all clinics and months: left out of every figure until they are corrected",
                List.of("Reason", "Column", "Records"),
                rows));
    }
}
