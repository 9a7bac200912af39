package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;

/** The way from the records received to the episodes compared, with the reason of each loss. */
final class FlowSection {
    private final ComparisonSubject subject;

    private FlowSection(ComparisonSubject subject) {
        this.subject = subject;
    }

    static Section of(ComparisonSubject subject) {
        FlowSection flow = new FlowSection(subject);
        List<Block> blocks = new ArrayList<>();
        flow.addRecords(blocks);
        flow.addAttendance(blocks);
        flow.addEpisodes(blocks);
        if (blocks.isEmpty()) {
            blocks.add(new Paragraph(Texts.say("flow.none")));
        }
        return new Section("flow", Texts.say("flow.heading"), blocks);
    }

    private void addRecords(List<Block> blocks) {
        List<PublishedRow> rows = subject.tables().rows("records", Map.of());
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    Texts.say("flow.records.caption"),
                    List.of(Texts.say("column.step"), Texts.say("flow.records")),
                    rows.stream()
                            .map(row -> List.of(
                                    CodeLabels.of("flow.records", row.key("step")), Estimates.count(row, "n_records")))
                            .toList()));
        }
    }

    private void addAttendance(List<Block> blocks) {
        List<PublishedRow> rows = subject.tables().rows("attendance", Map.of());
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    Texts.say("flow.attendance.caption"),
                    List.of(Texts.say("flow.attendance"), Texts.say("column.sessions")),
                    rows.stream()
                            .map(row -> List.of(
                                    CodeLabels.of("flow.attendance", row.key("status")),
                                    Estimates.count(row, "n_sessions")))
                            .toList()));
        }
    }

    private void addEpisodes(List<Block> blocks) {
        List<List<String>> cells = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            OptionalLong before = OptionalLong.empty();
            for (PublishedRow row : subject.rows("flow", measure)) {
                cells.add(List.of(
                        measure.label() + ": " + step(row.key("step")),
                        Estimates.count(row, "n_episodes"),
                        Estimates.count(row, "n_patients"),
                        lost(before, row.count("n_episodes")),
                        reason(row.key("step"))));
                before = row.count("n_episodes");
            }
        }
        if (!cells.isEmpty()) {
            blocks.add(new Grid(
                    Texts.say("flow.episodes.caption"),
                    List.of(
                            Texts.say("column.step"),
                            Texts.say("column.episodes"),
                            Texts.say("column.patients"),
                            Texts.say("flow.episodes.lost"),
                            Texts.say("flow.episodes.reason")),
                    cells));
        }
    }

    /** Of two counts that are shown, the difference is known anyway. */
    private static String lost(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent() ? Words.count(before.getAsLong() - now.getAsLong()) : Words.NONE;
    }

    private static String step(String step) {
        return Texts.find("flow.episodes." + step).orElse(step);
    }

    private static String reason(String step) {
        return Texts.find("flow.reason." + step).orElse("");
    }
}
