package physio.outcomes.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.Pattern.Arms;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.Cells;

/**
 * The comparison of techniques with a reference: crude, Hedges' g and ANCOVA, for each measure and window, with Holm's adjustment
 * within each.
 *
 * @param outcomes technique by technique
 * @param terms every coefficient of the models
 * @param adjustedMeans each technique's follow-up at the average case mix and baseline
 * @param references the technique the others were held against, by measure and window joined by a space
 */
public record Comparison(
        ResultTable outcomes, ResultTable terms, ResultTable adjustedMeans, Map<String, String> references) {

    /** Levels that are no technique: reported, never tested and never a reference. */
    static final Set<String> NO_TECHNIQUE = Set.of("combined", "mixed");

    /**
     * Fits all models.
     *
     * @param changes rows of {@code Changes} of the period that is compared
     * @param cells of the same rows
     */
    public static Comparison of(Dataset<Row> changes, List<Cell> cells, ComparisonPlan plan) {
        List<ArmCells> arms = arms(cells, plan);
        Dataset<Row> rows = CaseMix.of(fitted(changes, arms, plan), plan.factors(), plan.rareBelow())
                .cache();
        Map<Arms, List<Pattern>> patterns = Patterns.of(rows, plan.factors());
        List<LinearModel> models = new ArrayList<>();
        for (ArmCells arm : arms) {
            List<Pattern> own = patterns.getOrDefault(arm.arms(), List.of());
            List<String> techniques =
                    own.stream().map(Pattern::technique).distinct().toList();
            if (techniques.size() > 1 && techniques.contains(arm.reference())) {
                for (Kind kind : Kind.values()) {
                    models.add(new LinearModel(kind, own, arm.measure().polarity(), arm.reference(), plan.factors()));
                }
            }
        }
        models.removeIf(model -> model.fit().rows() <= model.fit().rank());
        Map<LinearModel, Sandwich> covariances = models.isEmpty()
                ? Map.of()
                : ClusterScores.sandwiches(rows, models, plan.factors(), plan.clusterColumn());
        rows.unpersist();
        Map<String, String> references = new LinkedHashMap<>();
        arms.forEach(
                arm -> references.put(arm.arms().measure() + " " + arm.arms().window(), arm.reference()));
        return new Comparison(
                ComparisonTable.of(arms, covariances, plan),
                ModelTerms.of(arms, covariances, plan),
                AdjustedMeans.of(arms, covariances, plan),
                references);
    }

    private static List<ArmCells> arms(List<Cell> cells, ComparisonPlan plan) {
        Map<Arms, List<Cell>> grouped = new LinkedHashMap<>();
        for (Measure measure : plan.measures().values()) {
            cells.stream()
                    .filter(cell -> cell.key().measure().equals(measure.id()))
                    .filter(cell -> cell.key().clinic().equals(Cells.ALL)
                            && !cell.key().technique().equals(Cells.ALL))
                    .forEach(cell -> grouped.computeIfAbsent(
                                    new Arms(measure.id(), cell.key().window()), arms -> new ArrayList<>())
                            .add(cell));
        }
        List<ArmCells> arms = new ArrayList<>();
        grouped.forEach((key, own) -> arms.add(ArmCells.of(key, plan, own)));
        return arms;
    }

    /** The rows that models are fitted to: a technique that hardly anybody had would have a coefficient of its few patients. */
    private static Dataset<Row> fitted(Dataset<Row> changes, List<ArmCells> arms, ComparisonPlan plan) {
        Column isRare = col("measure").isNull();
        for (ArmCells arm : arms) {
            for (Cell cell : arm.cells()) {
                if (cell.patients() < plan.rareBelow()) {
                    isRare = isRare.or(col("measure")
                            .equalTo(arm.arms().measure())
                            .and(col("window").equalTo(arm.arms().window()))
                            .and(col("technique").equalTo(cell.key().technique())));
                }
            }
        }
        return changes.where(not(isRare));
    }
}
