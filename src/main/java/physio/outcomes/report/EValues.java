package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;

/** How strong an unrecorded factor would have to be to explain a difference away (VanderWeele & Ding, Annals of Internal Medicine 2017). */
final class EValues {
    private EValues() {}

    /** The E-value of an interval's limit, and whose it is. */
    record Weakest(double value, String told) {}

    /** The smallest E-value among the limits of differences whose interval excludes 0. */
    static Optional<Weakest> weakest(ComparisonSubject subject) {
        List<Weakest> limits = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            for (PublishedRow row : subject.rows("e_values", measure, ComparisonSubject.LASTING)) {
                row.number("e_value_limit").stream()
                        .filter(limit -> limit > 1 && ComparisonSubject.isTechnique(row))
                        .forEach(limit ->
                                limits.add(new Weakest(limit, measure.label() + ", " + subject.technique(row))));
            }
        }
        return limits.stream().min(Comparator.comparingDouble(Weakest::value));
    }

    static List<Block> blocks(ComparisonSubject subject, Measure measure, String window) {
        List<PublishedRow> rows = subject.rows("e_values", measure, window);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<List<String>> cells = rows.stream()
                .map(row -> List.of(
                        subject.technique(row),
                        Estimates.cell(row, Words.change(row.number("standardised_difference"))),
                        Estimates.cell(row, Words.number(row.number("e_value"))),
                        Estimates.cell(row, Words.number(row.number("e_value_limit"))),
                        meaning(row)))
                .toList();
        return List.of(new Grid(
                Texts.say("e_value.caption", subject.against(measure, window)),
                List.of(
                        Texts.say("column.technique"),
                        Texts.say("e_value.difference"),
                        Texts.say("e_value.estimate"),
                        Texts.say("e_value.limit"),
                        Texts.say("e_value.words")),
                cells));
    }

    private static String meaning(PublishedRow row) {
        if (row.number("e_value_limit").isEmpty()) {
            return row.isSuppressed() ? Words.hidden() : Words.NONE;
        }
        double limit = row.number("e_value_limit").getAsDouble();
        return limit <= 1 ? Texts.say("e_value.words.none") : Texts.say("e_value.words.ratio", Words.number(limit));
    }
}
