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
        return new Section("recurrence", Texts.say("recurrence.heading"), new RecurrenceSection(subject).blocks());
    }

    private List<Block> blocks() {
        List<PublishedRow> rows = subject.tables().rows("recurrence", Map.of());
        if (rows.isEmpty()) {
            return List.of(new Paragraph(Texts.say("recurrence.none")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Texts.say(
                "recurrence.about", String.valueOf(subject.settings().episode().gapDays()))));
        blocks.add(new Drawing(new RecurrenceChart(
                "recurrence-curves",
                Texts.say("recurrence.title"),
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
                subject.techniqueLabel(technique),
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
                .map(row -> row.number("p_value").isPresent() ? test(row) : noTest(row))
                .toList();
    }

    private static String test(PublishedRow row) {
        boolean isBeyondChance = row.number("p_value").orElse(1) < ComparisonSubject.LEVEL;
        return Texts.say(
                isBeyondChance ? "recurrence.test.differ" : "recurrence.test.alike",
                Words.count(row.count("groups")),
                Words.number(row.number("chi_squared")),
                Words.count(Math.round(row.number("df").orElse(0))),
                Words.comparedP(row.number("p_value")),
                Words.bracketed(Estimates.remark(row)));
    }

    private static String noTest(PublishedRow row) {
        return Texts.say(
                "recurrence.test.none",
                row.text("note").isEmpty() ? Texts.say("number.not_shown") : Estimates.remark(row));
    }
}
