package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import physio.outcomes.compare.model.BenjaminiHochberg;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.HedgesG;
import physio.outcomes.compare.model.Holm;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.statistic.Interval;

/** The table {@code technique_comparison}: contrasts with the reference in improvement, positive in favour of the technique. */
final class ComparisonTable {
    private static final List<String> MODELS = List.of("ancova", "mixed_patient", "mixed_clinic");

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("n_patients_reference", Role.PATIENTS),
            new ResultColumn("estimate", Role.MEAN),
            new ResultColumn("std_error", Role.SPREAD),
            new ResultColumn("df", Role.SPREAD),
            new ResultColumn("ci_low", Role.SPREAD),
            new ResultColumn("ci_high", Role.SPREAD),
            new ResultColumn("p_value", Role.SPREAD),
            new ResultColumn("p_holm", Role.SPREAD),
            new ResultColumn("p_bh", Role.SPREAD),
            new ResultColumn("note", Role.TEXT));

    private final ComparisonPlan plan;
    private final List<ResultRow> rows = new ArrayList<>();

    private ComparisonTable(ComparisonPlan plan) {
        this.plan = plan;
    }

    /**
     * The table.
     *
     * @param arms of the main samples
     * @param cells of the same, all clinics together
     * @param overlaps of the techniques that could be weighted, or why not
     */
    static ResultTable of(
            List<Arms> arms, List<Cell> cells, List<Fit> fits, List<Overlap> overlaps, ComparisonPlan plan) {
        ComparisonTable table = new ComparisonTable(plan);
        for (Arms own : arms) {
            table.addModel(own, "crude", fits);
            table.addHedgesG(own, cells);
            for (String model : MODELS) {
                table.addModel(own, model, fits);
            }
            table.addOverlap(own, overlaps);
        }
        return new ResultTable(
                "technique_comparison",
                List.of("measure", "window", "model", "technique", "reference"),
                COLUMNS,
                table.rows);
    }

    private void addModel(Arms arms, String model, List<Fit> fits) {
        Optional<Fit> fit = fits.stream()
                .filter(own ->
                        own.arms().key().equals(arms.key()) && own.model().equals(model))
                .findFirst();
        List<Estimate> estimates = arms.others().stream()
                .map(technique -> estimate(fit.map(Fit::arms).orElse(arms), technique, fit))
                .toList();
        add(fit.map(Fit::arms).orElse(arms), model, estimates);
    }

    private Estimate estimate(Arms arms, String technique, Optional<Fit> fit) {
        String obstacle = arms.obstacle(technique, plan.minPatients());
        if (!obstacle.isEmpty()) {
            return new Estimate(technique, Optional.empty(), obstacle);
        }
        if (fit.isEmpty()) {
            return new Estimate(technique, Optional.empty(), "not estimable: too few rows or clusters for the model");
        }
        Fit own = fit.get();
        String note = note(own);
        return own.columns().contains(Fit.term(technique))
                ? new Estimate(
                        technique,
                        Optional.of(own.contrast(Fit.term(technique))
                                .times(own.sign() * arms.measure().stepSize())),
                        note)
                : new Estimate(
                        technique,
                        Optional.empty(),
                        note.isEmpty() ? "not estimable: no rows of the technique in the model" : note);
    }

    private static String note(Fit fit) {
        List<String> notes = new ArrayList<>();
        if (!fit.aliased().isEmpty()) {
            notes.add("dropped as aliased: " + String.join(", ", fit.aliased()));
        }
        notes.addAll(fit.notes());
        return String.join("; ", notes);
    }

    private void addOverlap(Arms arms, List<Overlap> overlaps) {
        add(
                arms,
                "overlap",
                overlaps.stream()
                        .filter(overlap -> overlap.arms().key().equals(arms.key()))
                        .map(Overlap::estimate)
                        .toList());
    }

    private void add(Arms arms, String model, List<Estimate> estimates) {
        List<OptionalDouble> p =
                estimates.stream().map(ComparisonTable::familyP).toList();
        List<OptionalDouble> holm = adjusted(p, Holm::adjust);
        List<OptionalDouble> falseDiscovery = adjusted(p, BenjaminiHochberg::adjust);
        for (int i = 0; i < estimates.size(); i++) {
            Estimate estimate = estimates.get(i);
            List<Figure> figures = new ArrayList<>(
                    estimate.contrast().map(ComparisonTable::figures).orElseGet(() -> blanks(5)));
            figures.add(number(p.get(i).orElse(Double.NaN)));
            figures.add(number(holm.get(i).orElse(Double.NaN)));
            figures.add(number(falseDiscovery.get(i).orElse(Double.NaN)));
            add(arms, estimate.technique(), model, figures, estimate.note());
        }
    }

    /** The p of a technique; levels that are no technique stay outside. */
    private static OptionalDouble familyP(Estimate estimate) {
        return Comparison.NO_TECHNIQUE.contains(estimate.technique())
                ? OptionalDouble.empty()
                : estimate.contrast().map(Contrast::p).orElse(OptionalDouble.empty());
    }

    private static List<OptionalDouble> adjusted(List<OptionalDouble> p, UnaryOperator<double[]> adjustment) {
        double[] adjusted = adjustment.apply(p.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
        List<OptionalDouble> inOrder = new ArrayList<>();
        int next = 0;
        for (OptionalDouble own : p) {
            inOrder.add(own.isPresent() ? OptionalDouble.of(adjusted[next++]) : own);
        }
        return inOrder;
    }

    private static List<Figure> figures(Contrast contrast) {
        return List.of(
                number(contrast.estimate()),
                number(contrast.standardError()),
                number(contrast.degreesOfFreedom()),
                number(contrast.interval().low()),
                number(contrast.interval().high()));
    }

    private static List<Figure> blanks(int count) {
        return Collections.nCopies(count, BLANK);
    }

    private void addHedgesG(Arms arms, List<Cell> cells) {
        Map<String, Cell> own = new HashMap<>();
        cells.stream()
                .filter(cell -> arms.key()
                        .equals(List.of(cell.key().measure(), cell.key().window())))
                .forEach(cell -> own.put(cell.key().technique(), cell));
        Cell reference = own.get(arms.reference());
        for (String technique : arms.others()) {
            Cell cell = own.get(technique);
            String obstacle = arms.obstacle(technique, plan.minPatients());
            List<Figure> figures = obstacle.isEmpty() && cell != null && reference != null
                    ? standardised(cell, reference, arms.measure().polarity())
                    : blanks(8);
            add(arms, technique, "hedges_g", figures, obstacle);
        }
    }

    /** Estimate and limits only; limits for independent rows. */
    private static List<Figure> standardised(Cell cell, Cell reference, int polarity) {
        Optional<HedgesG> g = hedgesG(cell, reference, polarity);
        Optional<Interval> limits =
                g.map(HedgesG::limits).filter(interval -> cell.isOneRowEach() && reference.isOneRowEach());
        List<Figure> figures = new ArrayList<>(List.of(
                number(g.map(HedgesG::estimate).orElse(Double.NaN)),
                BLANK,
                BLANK,
                number(limits.map(Interval::low).orElse(Double.NaN)),
                number(limits.map(Interval::high).orElse(Double.NaN))));
        figures.addAll(blanks(3));
        return figures;
    }

    private static Optional<HedgesG> hedgesG(Cell cell, Cell reference, int polarity) {
        OptionalDouble sd = cell.changes().moments().sd();
        OptionalDouble referenceSd = reference.changes().moments().sd();
        if (sd.isEmpty() || referenceSd.isEmpty()) {
            return Optional.empty();
        }
        return HedgesG.of(
                cell.rows(),
                cell.change().mean() * polarity,
                sd.getAsDouble(),
                reference.rows(),
                reference.change().mean() * polarity,
                referenceSd.getAsDouble());
    }

    private void add(Arms arms, String technique, String model, List<Figure> statistics, String note) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(arms.patients(technique)));
        figures.add(new Count(arms.patients(arms.reference())));
        figures.addAll(statistics);
        figures.add(new Text(note));
        rows.add(new ResultRow(
                List.of(arms.sample().measure(), arms.sample().window(), model, technique, arms.reference()),
                arms.fewest(technique),
                figures));
    }
}
