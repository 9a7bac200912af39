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
            blocks.add(new Paragraph("The flow of patients was not counted."));
        }
        return new Section("flow", "From records to those compared", blocks);
    }

    private void addRecords(List<Block> blocks) {
        List<PublishedRow> rows = subject.tables().rows("records", Map.of());
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    "Records of all deliveries read, whatever their period",
                    List.of("Step", "Records"),
                    rows.stream()
                            .map(row -> List.of(record(row.key("step")), Estimates.count(row, "n_records")))
                            .toList()));
        }
    }

    private static String record(String step) {
        return switch (step) {
            case "received" -> "Received";
            case "quarantined" -> "Not taken: a value is wrong (quarantine)";
            case "duplicates" -> "Not taken: the same record came already";
            case "filtered" -> "Not taken: outside what the mapping takes";
            case "stored" -> "Stored";
            default -> CaseMixLabels.factor(step);
        };
    }

    private void addAttendance(List<Block> blocks) {
        List<PublishedRow> rows = subject.tables().rows("attendance", Map.of());
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    "Sessions booked in the period",
                    List.of("Attendance", "Sessions"),
                    rows.stream()
                            .map(row -> List.of(
                                    CaseMixLabels.factor(row.key("status")), Estimates.count(row, "n_sessions")))
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
                    "Episodes of care, from those studied to those compared",
                    List.of("Step", "Episodes", "Patients", "Episodes lost here", "Reason"),
                    cells));
        }
    }

    /** Of two counts that are shown, the difference is known anyway. */
    private static String lost(OptionalLong before, OptionalLong now) {
        return before.isPresent() && now.isPresent() ? Words.count(before.getAsLong() - now.getAsLong()) : Words.NONE;
    }

    private static String step(String step) {
        return switch (step) {
            case "studied" -> "all episodes";
            case "with_baseline" -> "with a baseline";
            case "with_follow_up" -> "with a follow-up too";
            case "one_technique" -> "of one technique";
            case "compared" -> "compared";
            default -> step;
        };
    }

    private static String reason(String step) {
        return switch (step) {
            case "with_baseline" -> "no score at the first session";
            case "with_follow_up" -> "no score on a later day";
            case "one_technique" -> "several techniques, combined or mixed";
            case "compared" -> "too few patients had the technique";
            default -> "";
        };
    }
}
