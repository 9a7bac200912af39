package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.compare.model.Contrast;
import physio.outcomes.compare.model.Sandwich;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/** The table {@code dose_trend}: improvement over the episode by the number of sessions before the follow-up, as a line and a parabola. */
final class DoseTrend {
    private static final List<ResultColumn> COLUMNS =
            List.of(Columns.ESTIMATE, Columns.STD_ERROR, Columns.DF, Columns.CI_LOW, Columns.CI_HIGH, Columns.P_VALUE);

    private DoseTrend() {}

    static ResultTable of(Cohort cohort, GroupFits fits) {
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : cohort.arms()) {
            if (arms.sample().kind() == Kind.EPISODE) {
                add(
                        rows,
                        arms,
                        "linear",
                        arms.place() + cohort.study().samples().size(),
                        fits);
                add(rows, arms, "quadratic", arms.place(), fits);
            }
        }
        return new ResultTable("dose_trend", List.of("measure", "trend", "term"), COLUMNS, rows);
    }

    private static void add(List<ResultRow> rows, Arms arms, String trend, int model, GroupFits fits) {
        fits.covariance(model).ifPresent(covariance -> {
            for (String term : covariance.columns()) {
                rows.add(row(arms, trend, term, covariance, fits.sums().patients(model)));
            }
        });
    }

    private static ResultRow row(Arms arms, String trend, String term, Sandwich covariance, long patients) {
        Contrast contrast = covariance.contrast(term).times(arms.measure().stepSize());
        return new ResultRow(
                List.of(arms.sample().measure(), trend, term),
                patients,
                List.of(
                        number(contrast.estimate()),
                        number(contrast.standardError()),
                        number(contrast.degreesOfFreedom()),
                        number(contrast.interval().low()),
                        number(contrast.interval().high()),
                        number(contrast.p().orElse(Double.NaN))));
    }
}
