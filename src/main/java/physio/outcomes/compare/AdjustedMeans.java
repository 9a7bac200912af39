package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** The table {@code adjusted_means}: the follow-up score of each technique at the average baseline and case mix of all, by ANCOVA. */
final class AdjustedMeans {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("follow_up_adjusted_mean", Role.MEAN),
            new ResultColumn("std_error", Role.SPREAD),
            new ResultColumn("ci_low", Role.SPREAD),
            new ResultColumn("ci_high", Role.SPREAD));

    private AdjustedMeans() {}

    static ResultTable of(List<RobustFit> fits, ComparisonPlan plan) {
        List<ResultRow> rows = new ArrayList<>();
        for (RobustFit fit : fits) {
            LinearModel model = fit.linear();
            if (model.kind() == Kind.ANCOVA && model.arms().isMain()) {
                model.techniques().stream()
                        .filter(technique -> model.arms().patients(technique) >= plan.minPatients())
                        .forEach(technique -> rows.add(row(model, fit.covariance(), technique)));
            }
        }
        return new ResultTable("adjusted_means", List.of("measure", "window", "technique"), COLUMNS, rows);
    }

    private static ResultRow row(LinearModel model, Sandwich covariance, String technique) {
        Arms arms = model.arms();
        Contrast mean = covariance
                .contrast(model.adjustedMeanWeights(technique))
                .times(arms.measure().stepSize());
        long patients = arms.patients(technique);
        return new ResultRow(
                List.of(arms.sample().measure(), arms.sample().window(), technique),
                patients,
                List.of(
                        new Count(patients),
                        number(mean.estimate()),
                        number(mean.standardError()),
                        number(mean.interval().low()),
                        number(mean.interval().high())));
    }
}
