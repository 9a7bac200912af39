package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * The table {@code model_terms}: every coefficient, named as R names it, in the model's own response (improvement for the crude model,
 * the follow-up score for ANCOVA).
 */
final class ModelTerms {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("estimate", Role.MEAN),
            new ResultColumn("std_error", Role.SPREAD),
            new ResultColumn("df", Role.SPREAD),
            new ResultColumn("note", Role.TEXT));

    private ModelTerms() {}

    static ResultTable of(List<ArmCells> arms, Map<LinearModel, Sandwich> covariances, ComparisonPlan plan) {
        List<ResultRow> rows = new ArrayList<>();
        covariances.forEach((model, covariance) -> {
            Measure measure =
                    Objects.requireNonNull(plan.measures().get(model.arms().measure()));
            Map<String, String> obstacles = obstacles(model, arms, plan);
            for (String term : model.fit().columns()) {
                String obstacle = obstacles.get(term);
                rows.add(
                        obstacle == null
                                ? term(model, term, covariance.contrast(term).times(unit(model, term, measure)))
                                : blank(model, term, obstacle));
            }
            model.fit()
                    .aliased()
                    .forEach(term -> rows.add(blank(model, term, "dropped: the columns before it say the same")));
        });
        return new ResultTable("model_terms", List.of("measure", "window", "model", "term"), COLUMNS, rows);
    }

    /** Steps turn into the unit; a slope on the baseline is steps per step and stays. */
    private static double unit(LinearModel model, String term, Measure measure) {
        return model.kind() == Kind.ANCOVA && term.equals("baseline") ? 1 : measure.stepSize();
    }

    private static ResultRow term(LinearModel model, String term, Contrast contrast) {
        return new ResultRow(
                key(model, term),
                model.fit().rows(),
                List.of(
                        number(contrast.estimate()),
                        number(contrast.standardError()),
                        number(contrast.degreesOfFreedom()),
                        new Text("")));
    }

    /** What is not compared has no coefficient to read off either. */
    private static Map<String, String> obstacles(LinearModel model, List<ArmCells> arms, ComparisonPlan plan) {
        Map<String, String> obstacles = new HashMap<>();
        for (ArmCells arm : arms) {
            if (arm.arms().equals(model.arms())) {
                arm.others().forEach(cell -> {
                    String obstacle = arm.obstacle(cell, plan.minPatients());
                    if (!obstacle.isEmpty()) {
                        obstacles.put(LinearModel.term(cell.key().technique()), obstacle);
                    }
                });
            }
        }
        return obstacles;
    }

    private static ResultRow blank(LinearModel model, String term, String why) {
        return new ResultRow(key(model, term), model.fit().rows(), List.of(BLANK, BLANK, BLANK, new Text(why)));
    }

    private static List<String> key(LinearModel model, String term) {
        return List.of(
                model.arms().measure(),
                model.arms().window(),
                model.kind().name().toLowerCase(Locale.ROOT),
                term);
    }
}
