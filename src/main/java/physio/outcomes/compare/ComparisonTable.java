package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.HedgesG;
import physio.outcomes.compare.model.Holm;
import physio.outcomes.compare.model.Sandwich;
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
    private static final int FEW_CLUSTERS = 40;

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
            new ResultColumn("note", Role.TEXT));

    private final ComparisonPlan plan;
    private final Map<LinearModel, Sandwich> covariances;
    private final List<ResultRow> rows = new ArrayList<>();

    private ComparisonTable(Map<LinearModel, Sandwich> covariances, ComparisonPlan plan) {
        this.covariances = covariances;
        this.plan = plan;
    }

    static ResultTable of(List<ArmCells> arms, Map<LinearModel, Sandwich> covariances, ComparisonPlan plan) {
        ComparisonTable table = new ComparisonTable(covariances, plan);
        for (ArmCells arm : arms) {
            table.addModel(arm, Kind.CRUDE);
            arm.others().forEach(cell -> table.addHedgesG(arm, cell));
            table.addModel(arm, Kind.ANCOVA);
        }
        return new ResultTable(
                "technique_comparison",
                List.of("measure", "window", "model", "technique", "reference"),
                COLUMNS,
                table.rows);
    }

    private void addModel(ArmCells arm, Kind kind) {
        Optional<Map.Entry<LinearModel, Sandwich>> fitted = covariances.entrySet().stream()
                .filter(entry -> entry.getKey().arms().equals(arm.arms())
                        && entry.getKey().kind() == kind)
                .findFirst();
        List<Optional<Contrast>> contrasts =
                arm.others().stream().map(cell -> contrast(arm, cell, fitted)).toList();
        List<OptionalDouble> adjusted = holm(arm, contrasts);
        for (int i = 0; i < contrasts.size(); i++) {
            Cell cell = arm.others().get(i);
            String model = kind.name().toLowerCase(Locale.ROOT);
            add(arm, cell, model, modelFigures(cell, contrasts.get(i), adjusted.get(i)), note(arm, cell, fitted));
        }
    }

    private Optional<Contrast> contrast(ArmCells arm, Cell cell, Optional<Map.Entry<LinearModel, Sandwich>> fitted) {
        String term = LinearModel.term(cell.key().technique());
        if (!arm.obstacle(cell, plan.minPatients()).isEmpty()
                || fitted.isEmpty()
                || !fitted.get().getKey().fit().columns().contains(term)) {
            return Optional.empty();
        }
        int sign = fitted.get().getKey().kind() == Kind.ANCOVA ? arm.measure().polarity() : 1;
        return Optional.of(fitted.get()
                .getValue()
                .contrast(term)
                .times(sign * arm.measure().stepSize()));
    }

    /** Adjusted p values of the techniques that have one; levels that are no technique stay outside. */
    private static List<OptionalDouble> holm(ArmCells arm, List<Optional<Contrast>> contrasts) {
        List<OptionalDouble> p = new ArrayList<>();
        for (int i = 0; i < contrasts.size(); i++) {
            boolean isTechnique =
                    !Comparison.NO_TECHNIQUE.contains(arm.others().get(i).key().technique());
            p.add(
                    isTechnique
                            ? contrasts.get(i).map(Contrast::p).orElse(OptionalDouble.empty())
                            : OptionalDouble.empty());
        }
        double[] adjusted = Holm.adjust(p.stream()
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

    private static List<Figure> modelFigures(Cell cell, Optional<Contrast> contrast, OptionalDouble adjusted) {
        if (contrast.isEmpty()) {
            return blanks();
        }
        Contrast own = contrast.get();
        boolean isTechnique = !Comparison.NO_TECHNIQUE.contains(cell.key().technique());
        return List.of(
                number(own.estimate()),
                number(own.standardError()),
                number(own.degreesOfFreedom()),
                number(own.interval().low()),
                number(own.interval().high()),
                isTechnique ? number(own.p().orElse(Double.NaN)) : BLANK,
                number(adjusted.orElse(Double.NaN)));
    }

    private void addHedgesG(ArmCells arm, Cell cell) {
        Optional<HedgesG> g = arm.obstacle(cell, plan.minPatients()).isEmpty()
                ? hedgesG(cell, arm.referenceCell().orElseThrow(), arm.measure().polarity())
                : Optional.empty();
        boolean isIndependent = cell.isOneRowEach()
                && arm.referenceCell().map(Cell::isOneRowEach).orElse(false);
        Optional<Interval> limits = g.map(HedgesG::limits).filter(interval -> isIndependent);
        List<Figure> figures = List.of(
                number(g.map(HedgesG::estimate).orElse(Double.NaN)),
                BLANK,
                BLANK,
                number(limits.map(Interval::low).orElse(Double.NaN)),
                number(limits.map(Interval::high).orElse(Double.NaN)),
                BLANK,
                BLANK);
        add(arm, cell, "hedges_g", figures, arm.obstacle(cell, plan.minPatients()));
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

    private String note(ArmCells arm, Cell cell, Optional<Map.Entry<LinearModel, Sandwich>> fitted) {
        String obstacle = arm.obstacle(cell, plan.minPatients());
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        List<String> notes = new ArrayList<>();
        fitted.ifPresentOrElse(
                entry -> {
                    if (entry.getValue().degreesOfFreedom() + 1 < FEW_CLUSTERS) {
                        notes.add("approximate: fewer than " + FEW_CLUSTERS + " clusters");
                    }
                    if (!entry.getKey().fit().aliased().isEmpty()) {
                        notes.add("dropped as aliased: "
                                + String.join(", ", entry.getKey().fit().aliased()));
                    }
                },
                () -> notes.add("not estimable: too few rows or clusters for the model"));
        if (plan.factors().contains("clinic") && plan.cluster() == Cluster.PATIENT) {
            notes.add("clinics are fixed effects; errors cluster by patient alone");
        }
        return String.join("; ", notes);
    }

    private static List<Figure> blanks() {
        return List.of(BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK);
    }

    private void add(ArmCells arm, Cell cell, String model, List<Figure> statistics, String note) {
        long reference = arm.referenceCell().map(Cell::patients).orElse(0L);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(cell.patients()));
        figures.add(new Count(reference));
        figures.addAll(statistics);
        figures.add(new Text(note));
        rows.add(new ResultRow(
                List.of(
                        arm.arms().measure(),
                        arm.arms().window(),
                        model,
                        cell.key().technique(),
                        arm.reference()),
                reference == 0 ? cell.patients() : Math.min(cell.patients(), reference),
                figures));
    }
}
