package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Drawing;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** How many stay free of a new episode, by technique. */
final class RecurrenceSection {
    private final ComparisonSubject subject;

    private RecurrenceSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        return new Section("recurrence", "New episodes", new RecurrenceSection(subject).blocks());
    }

    private List<Block> blocks() {
        List<PublishedRow> rows = subject.tables().rows("recurrence", Map.of());
        if (rows.isEmpty()) {
            return List.of(new Paragraph("No closed episode is followed long enough to count new ones."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph("From the first closed episode of each patient and body region to a new one of the same"
                        + " region. Time begins when the episode closes, "
                        + subject.settings().episode().gapDays()
                        + " days after its last session, and a patient counts once for each region; who does not come back may be well, or elsewhere. Crude, by Kaplan"
                        + " and Meier."));
        blocks.add(new Drawing(new RecurrenceChart(
                "recurrence-curves",
                "Complaints free of a new episode, by technique",
                rows.stream()
                        .map(row -> row.key("technique"))
                        .distinct()
                        .map(technique -> group(rows, technique))
                        .toList())));
        logRank(subject).forEach(text -> blocks.add(new Paragraph(text)));
        return blocks;
    }

    private RecurrenceChart.Group group(List<PublishedRow> rows, String technique) {
        return new RecurrenceChart.Group(
                subject.settings().techniqueLabel(technique),
                rows.stream()
                        .filter(row -> row.key("technique").equals(technique))
                        .map(row -> new RecurrenceChart.Month(
                                Integer.parseInt(row.key("month")),
                                row.number("free"),
                                row.number("ci_low"),
                                row.number("ci_high"),
                                row.count("at_risk")))
                        .toList());
    }

    /** The test of all techniques together, in words. */
    static List<String> logRank(ComparisonSubject subject) {
        return subject.tables().rows("recurrence_test", Map.of()).stream()
                .map(row -> {
                    if (row.number("p_value").isEmpty()) {
                        return "No log-rank test: " + (row.text("note").isEmpty() ? "not shown" : row.text("note"))
                                + ".";
                    }
                    String note = row.text("note").isEmpty() ? "" : " (" + row.text("note") + ")";
                    return "Log-rank test within body regions, " + Words.count(row.count("groups"))
                            + " techniques: χ² = " + Words.number(row.number("chi_squared")) + ", df = "
                            + Math.round(row.number("df").orElse(0)) + ", p "
                            + Words.comparedP(row.number("p_value")) + note
                            + ": the curves "
                            + (row.number("p_value").getAsDouble() < ComparisonSubject.LEVEL
                                    ? "differ beyond chance"
                                    : "are not told apart")
                            + ", without adjustment for case mix.";
                })
                .toList();
    }
}
