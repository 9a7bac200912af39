package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import physio.outcomes.compare.LinearModel.Kind;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;

/** The table {@code adjusted_means}: the follow-up score of each technique at the average baseline and case mix of all, by ANCOVA. */
final class AdjustedMeans {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("follow_up_adjusted_mean", Role.MEAN),
            new ResultColumn("std_error", Role.SPREAD),
            new ResultColumn("ci_low", Role.SPREAD),
            new ResultColumn("ci_high", Role.SPREAD));

    private AdjustedMeans() {}

    static ResultTable of(List<ArmCells> arms, Map<LinearModel, Sandwich> covariances, ComparisonPlan plan) {
        List<ResultRow> rows = new ArrayList<>();
        covariances.forEach((model, covariance) -> {
            if (model.kind() == Kind.ANCOVA) {
                arms.stream()
                        .filter(arm -> arm.arms().equals(model.arms()))
                        .forEach(arm -> arm.cells().stream()
                                .filter(cell -> cell.patients() >= plan.minPatients())
                                .forEach(cell -> rows.add(row(model, covariance, arm, cell))));
            }
        });
        return new ResultTable("adjusted_means", List.of("measure", "window", "technique"), COLUMNS, rows);
    }

    private static ResultRow row(LinearModel model, Sandwich covariance, ArmCells arm, Cell cell) {
        Contrast mean = covariance
                .contrast(model.adjustedMeanWeights(cell.key().technique()))
                .times(arm.measure().stepSize());
        return new ResultRow(
                List.of(
                        model.arms().measure(),
                        model.arms().window(),
                        cell.key().technique()),
                cell.patients(),
                List.of(
                        new Count(cell.patients()),
                        number(mean.estimate()),
                        number(mean.standardError()),
                        number(mean.interval().low()),
                        number(mean.interval().high())));
    }
}
