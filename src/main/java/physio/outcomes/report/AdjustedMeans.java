package physio.outcomes.report;

import java.util.List;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;

/** The follow-up score that each technique would have in patients who are alike. */
final class AdjustedMeans {
    private AdjustedMeans() {}

    static List<Block> of(ComparisonSubject subject, Measure measure, String window) {
        List<PublishedRow> rows = subject.rows("adjusted_means", measure, window);
        return rows.isEmpty()
                ? List.of()
                : List.of(new Grid(
                        Texts.say(
                                "adjusted_means.caption",
                                measure.label(),
                                MonthlySubject.windowLabel(window),
                                measure.unit()),
                        List.of(
                                Texts.say("column.technique"),
                                Texts.say("column.patients"),
                                Texts.say("adjusted_means.mean"),
                                Texts.say("column.interval")),
                        rows.stream()
                                .map(row -> List.of(
                                        subject.technique(row),
                                        Estimates.count(row, "n_patients"),
                                        Estimates.cell(row, Words.number(row.number("follow_up_adjusted_mean"))),
                                        Estimates.interval(row)))
                                .toList()));
    }
}
