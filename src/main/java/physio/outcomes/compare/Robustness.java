package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.EValue;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.Moments;

/** How the adjusted differences stand up: in parts of the episodes ({@code sensitivity}), and against what is not recorded ({@code e_values}). */
final class Robustness {
    private static final List<ResultColumn> SENSITIVITY = List.of(
            Columns.PATIENTS,
            Columns.PATIENTS_REFERENCE,
            Columns.ESTIMATE,
            Columns.STD_ERROR,
            Columns.DF,
            Columns.CI_LOW,
            Columns.CI_HIGH,
            Columns.P_VALUE,
            Columns.NOTE);

    private static final List<ResultColumn> E_VALUES = List.of(
            Columns.of("standardised_difference", Role.SPREAD),
            Columns.of("e_value", Role.SPREAD),
            Columns.of("e_value_limit", Role.SPREAD));

    private Robustness() {}

    static ResultTable sensitivity(Cohort cohort, List<RobustFit> fits) {
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : cohort.arms()) {
            String variant = switch (arms.sample().kind()) {
                case EPISODE -> "all_episodes";
                case CLOSED_EPISODE -> "closed_episodes";
                case SOLE_EPISODE -> "sole_technique";
                default -> "";
            };
            if (!variant.isEmpty()) {
                arms.others().forEach(technique -> rows.add(row(arms, variant, technique, fits, cohort.plan())));
            }
        }
        return new ResultTable(
                "sensitivity", List.of("measure", "window", "variant", "technique", "reference"), SENSITIVITY, rows);
    }

    private static ResultRow row(
            Arms arms, String variant, String technique, List<RobustFit> fits, ComparisonPlan plan) {
        String obstacle = arms.obstacle(technique, plan.minPatients());
        Optional<RobustFit> fit = obstacle.isEmpty() ? ancova(arms, fits) : Optional.empty();
        Optional<Contrast> contrast = fit.flatMap(own -> contrast(own, technique));
        boolean isTechnique = !Comparison.NO_TECHNIQUE.contains(technique);
        List<Figure> figures = new ArrayList<>(
                List.of(new Count(arms.patients(technique)), new Count(arms.patients(arms.reference()))));
        figures.addAll(contrast.map(own -> List.of(
                        number(own.estimate()),
                        number(own.standardError()),
                        number(own.degreesOfFreedom()),
                        number(own.interval().low()),
                        number(own.interval().high()),
                        isTechnique ? number(own.p().orElse(Double.NaN)) : BLANK))
                .orElseGet(() -> Collections.nCopies(6, BLANK)));
        String missing = obstacle.isEmpty() ? "not estimable" : obstacle;
        figures.add(new Text(
                contrast.isPresent()
                        ? fit.map(own -> String.join("; ", own.notes())).orElse("")
                        : missing));
        List<String> key = new ArrayList<>(arms.key());
        key.addAll(List.of(variant, technique, arms.reference()));
        return new ResultRow(key, arms.fewest(technique), figures);
    }

    private static Optional<RobustFit> ancova(Arms arms, List<RobustFit> fits) {
        return fits.stream()
                .filter(fit ->
                        fit.arms().place() == arms.place() && fit.linear().kind() == Kind.ANCOVA)
                .findFirst();
    }

    /** In improvement and the measure's unit. */
    private static Optional<Contrast> contrast(RobustFit fit, String technique) {
        return fit.columns().contains(Fit.term(technique))
                ? Optional.of(fit.contrast(Fit.term(technique))
                        .times(fit.sign() * fit.arms().measure().stepSize()))
                : Optional.empty();
    }

    static ResultTable eValues(Cohort cohort, List<RobustFit> fits) {
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : cohort.main()) {
            ancova(arms, fits)
                    .ifPresent(fit -> arms.others().stream()
                            .filter(technique -> arms.obstacle(
                                            technique, cohort.plan().minPatients())
                                    .isEmpty())
                            .forEach(technique -> contrast(fit, technique)
                                    .ifPresent(contrast -> addEValue(rows, fit, technique, contrast))));
        }
        return new ResultTable("e_values", List.of("measure", "window", "technique", "reference"), E_VALUES, rows);
    }

    /** Against the standard deviation of the follow-up over all rows that were analysed. */
    private static void addEValue(List<ResultRow> rows, RobustFit fit, String technique, Contrast contrast) {
        List<BigInteger> sums = fit.linear().followUps();
        OptionalDouble deviation = new Moments(fit.rows(), sums.get(0), sums.get(1)).sd();
        double sd = deviation.orElse(0) * fit.arms().measure().stepSize();
        if (sd > 0) {
            EValue value = EValue.of(contrast.estimate(), contrast.interval(), sd);
            List<String> key = new ArrayList<>(fit.arms().key());
            key.addAll(List.of(technique, fit.arms().reference()));
            rows.add(new ResultRow(
                    key,
                    fit.arms().fewest(technique),
                    List.of(number(contrast.estimate() / sd), number(value.point()), number(value.limit()))));
        }
    }
}
