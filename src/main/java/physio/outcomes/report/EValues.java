package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Grid;
import physio.outcomes.report.Page.Paragraph;

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

    static final Paragraph MEANING = new Paragraph(
            "An E-value says how strongly, as a risk ratio, a factor that is not recorded would have to be"
                    + " associated with both the technique and the outcome, beyond what is adjusted for, to explain"
                    + " the adjusted difference away; that of the limit, to let its interval reach 0. 1 is the"
                    + " weakest there is.");

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
                "E-values, " + measure.label() + " " + MonthlySubject.windowLabel(window) + ", against "
                        + subject.reference(measure, window),
                List.of("Technique", "Difference, SD", "E-value", "E-value of the limit", "In words"),
                cells));
    }

    private static String meaning(PublishedRow row) {
        if (row.number("e_value_limit").isEmpty()) {
            return row.isSuppressed() ? Words.hidden() : Words.NONE;
        }
        double limit = row.number("e_value_limit").getAsDouble();
        return limit <= 1
                ? "The interval holds 0 already."
                : "Risk ratios of " + Words.number(limit) + " each could let it reach 0.";
    }
}
