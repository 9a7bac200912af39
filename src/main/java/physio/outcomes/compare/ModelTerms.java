package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * The table {@code model_terms}: every coefficient and variance, named as R names them, in the model's own response (the follow-up
 * score for ANCOVA, improvement for all others).
 */
final class ModelTerms {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("estimate", Role.MEAN),
            new ResultColumn("std_error", Role.SPREAD),
            new ResultColumn("df", Role.SPREAD),
            new ResultColumn("note", Role.TEXT));

    private ModelTerms() {}

    static ResultTable of(List<Fit> fits, ComparisonPlan plan) {
        List<ResultRow> rows = new ArrayList<>();
        for (Fit fit : fits) {
            for (String term : fit.columns()) {
                String obstacle = obstacle(fit, term, plan.minPatients());
                rows.add(obstacle.isEmpty() ? term(fit, term) : blank(fit, term, obstacle));
            }
            fit.aliased().forEach(term -> rows.add(blank(fit, term, "dropped: the columns before it say the same")));
            double unit = fit.arms().measure().stepSize();
            fit.variances()
                    .forEach((term, variance) -> rows.add(row(fit, term, number(variance * unit * unit), "variance")));
            if (fit instanceof MixedFit mixed) {
                rows.add(row(fit, "logLik", number(mixed.logLikelihood()), "restricted log-likelihood"));
            }
        }
        return new ResultTable("model_terms", List.of("measure", "window", "model", "term"), COLUMNS, rows);
    }

    private static ResultRow term(Fit fit, String term) {
        // Steps turn into the unit; a slope on the baseline is steps per step and stays.
        double unit = term.equals("baseline") ? 1 : fit.arms().measure().stepSize();
        Contrast contrast = fit.contrast(term).times(unit);
        return new ResultRow(
                key(fit, term),
                patients(fit),
                List.of(
                        number(contrast.estimate()),
                        number(contrast.standardError()),
                        number(contrast.degreesOfFreedom()),
                        new Text("")));
    }

    /** What is not compared has no coefficient to read off either. */
    private static String obstacle(Fit fit, String term, int minPatients) {
        return fit.arms().others().stream()
                .filter(technique -> Fit.term(technique).equals(term))
                .map(technique -> fit.arms().obstacle(technique, minPatients))
                .findFirst()
                .orElse("");
    }

    private static ResultRow blank(Fit fit, String term, String why) {
        return row(fit, term, BLANK, why);
    }

    private static ResultRow row(Fit fit, String term, Figure estimate, String note) {
        return new ResultRow(key(fit, term), patients(fit), List.of(estimate, BLANK, BLANK, new Text(note)));
    }

    /** Those of the largest arm, who are no more than all together. */
    private static long patients(Fit fit) {
        return fit.arms().patients().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static List<String> key(Fit fit, String term) {
        return List.of(fit.arms().sample().measure(), fit.arms().sample().window(), fit.model(), term);
    }
}
