package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.number;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.ClinicSums;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.MonthlyOutcomes;
import physio.outcomes.measure.TechniqueOutcomes;
import physio.outcomes.measure.course.Attribute;

/**
 * The tables {@code clinic_adjusted} and {@code practitioner_adjusted}: the mean improvement of each clinic or practitioner over its episodes, what an ANCOVA without clinic expects of
 * patients like its own, and the difference, put back on the mean of all (NHS England, PROMs outlier methodology; the model: Vickers and
 * Altman, BMJ 2001).
 */
public final class ClinicAdjustment {
    private static final String EPISODE = "episode";
    private static final String CLINIC = "clinic";
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            // The outcomes show it too; rounded by itself it would tell more of the means that it is the difference of.
            new ResultColumn("improvement_mean", Role.SPREAD),
            new ResultColumn("expected_mean", Role.MEAN),
            new ResultColumn("adjusted_mean", Role.MEAN),
            new ResultColumn("adjusted_sd", Role.SPREAD));

    private final Plan plan;
    private final ClinicSums sums;
    private final List<String> clinics;
    private final List<ResultRow> rows = new ArrayList<>();

    private ClinicAdjustment(Plan plan, ClinicSums sums, List<String> clinics) {
        this.plan = plan;
        this.sums = sums;
        this.clinics = clinics;
    }

    /**
     * What clinics are adjusted over, and by.
     *
     * @param group clinics or practitioners
     * @param hidden cells of all techniques of a clinic and month whose changes are left out
     * @param caseMix factors of the settings; the clinic is never one of them
     * @param rareBelow levels with fewer patients are pooled; 0 for none
     */
    public record Plan(
            Attribute group,
            YearMonth first,
            YearMonth last,
            Set<Cell.Key> hidden,
            List<String> caseMix,
            int rareBelow) {}

    /** Of all measures that have a follow-up. */
    public static ResultTable of(MonthlyOutcomes outcomes, Plan plan) {
        List<String> caseMix =
                plan.caseMix().stream().filter(factor -> !factor.equals(CLINIC)).toList();
        List<Measure> measures = List.copyOf(outcomes.measures().values());
        ClinicSums sums = outcomes.sum(
                "Adjusting clinics",
                plan.first(),
                new ClinicSums(
                        outcomes.lasting(plan.group(), plan.first(), plan.last(), plan.hidden()),
                        plan.group(),
                        measures.size(),
                        caseMix,
                        outcomes.vocabulary()));
        ClinicAdjustment adjustment =
                new ClinicAdjustment(plan, sums, outcomes.vocabulary().values(plan.group()));
        for (int place = 0; place < measures.size(); place++) {
            adjustment.add(place, measures.get(place));
        }
        adjustment.rows.sort(ResultRow.BY_KEY);
        boolean isOfClinics = plan.group() == Attribute.CLINIC;
        return new ResultTable(
                TechniqueOutcomes.FAMILY,
                isOfClinics ? "clinic_adjusted" : "practitioner_adjusted",
                List.of(isOfClinics ? "clinic_id" : "practitioner", "period", "measure", "window"),
                COLUMNS,
                adjustment.rows);
    }

    private void add(int place, Measure measure) {
        ClinicSums.Pooled pooled = sums.pooled(place, plan.rareBelow());
        if (pooled.products().rows() == 0) {
            return;
        }
        ClinicModel model = new ClinicModel(measure, pooled);
        rows.add(row(Cell.ALL, measure, sums.patients(place), model, Layout.INTERCEPT));
        for (int clinic = 0; clinic < clinics.size(); clinic++) {
            int column = pooled.layout().column(0, clinic);
            if (pooled.products().rows(column) > 0) {
                rows.add(row(clinics.get(clinic), measure, sums.patients(place, clinic), model, column));
            }
        }
    }

    private ResultRow row(String clinic, Measure measure, long patients, ClinicModel model, int column) {
        return new ResultRow(
                List.of(clinic, plan.first() + ".." + plan.last(), measure.id(), EPISODE),
                patients,
                List.of(
                        new Count(model.rows(column)),
                        new Count(patients),
                        number(model.improvement(column)),
                        number(model.expected(column)),
                        number(model.adjusted(column)),
                        number(model.deviation())));
    }
}
