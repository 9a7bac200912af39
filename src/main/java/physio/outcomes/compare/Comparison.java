package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.SessionBlocks;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.course.Vocabulary;

/**
 * The comparison of techniques with a reference, for each measure and window: described, crude, adjusted, mixed and weighted, with what
 * bears on how far to trust it.
 *
 * @param tables all results, in the order in which they are written
 * @param references the technique the others were held against, by measure and window joined by a space
 * @param thresholds the smallest difference that matters, by measure, in its unit, where it is one number
 */
public record Comparison(
        List<ResultTable> tables, Map<String, String> references, Map<String, OptionalDouble> thresholds) {

    /** Levels that are no technique: reported, never tested and never a reference. */
    static final Set<String> NO_TECHNIQUE = Set.of(Vocabulary.COMBINED, Vocabulary.MIXED);

    /** A table by its name. */
    public ResultTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table '" + name + "'"));
    }

    /** Makes all passes over the blocks, and all fits between them. */
    public static Comparison of(SessionBlocks blocks, ComparisonPlan plan) {
        Cohort cohort = Cohort.of(blocks, plan);
        Totals totals = Totals.of(cohort);
        Fits fits = Fits.of(cohort, totals);
        List<Arms> main = cohort.main();
        List<Cell> cells = totals.cells().cells(plan.scope().period(), cohort.layout());
        Map<String, String> references = new LinkedHashMap<>();
        main.forEach(arms -> references.put(String.join(" ", arms.key()), arms.reference()));
        List<ResultTable> tables = new ArrayList<>();
        tables.add(outcomes(main, cells, plan));
        tables.add(ComparisonTable.of(main, cells, fits.all(), fits.overlaps(), plan));
        tables.add(ModelTerms.of(fits.all(), plan));
        tables.add(AdjustedMeans.of(fits.robust(), plan));
        tables.add(OverlapTables.support(fits.overlaps()));
        tables.add(OverlapTables.balance(fits.overlaps()));
        tables.addAll(Heterogeneity.tables(cohort, fits.units(), totals.unitModels()));
        tables.add(Robustness.sensitivity(cohort, fits.robust()));
        tables.add(Robustness.eValues(cohort, fits.robust()));
        tables.add(FlowTable.of(cohort, fits.flow()));
        tables.add(Characteristics.of(cohort, totals.characteristics()));
        tables.add(ResponderTable.of(cohort, fits.responders()));
        tables.add(CourseTables.trajectories(cohort, totals.visits()));
        tables.add(CourseTables.spread(cohort, totals.spread()));
        tables.add(CourseTables.doses(cohort, totals.visits()));
        tables.add(DoseTrend.of(cohort, fits.dose()));
        tables.addAll(Recurrence.tables(cohort, totals.recurrence()));
        return new Comparison(tables, references, cohort.thresholds());
    }

    /** Each measure and window against its own reference. */
    private static ResultTable outcomes(List<Arms> main, List<Cell> cells, ComparisonPlan plan) {
        List<ResultTable> parts = main.stream()
                .map(arms -> TechniqueOutcomes.table(
                        "technique_outcomes",
                        cells.stream()
                                .filter(cell -> arms.key()
                                        .equals(List.of(
                                                cell.key().measure(), cell.key().window())))
                                .toList(),
                        plan.measures(),
                        arms.reference()))
                .toList();
        ResultTable empty = TechniqueOutcomes.table("technique_outcomes", List.of(), plan.measures(), "");
        return new ResultTable(
                empty.family(),
                empty.name(),
                empty.dimensions(),
                empty.columns(),
                parts.stream().flatMap(part -> part.rows().stream()).toList());
    }
}
