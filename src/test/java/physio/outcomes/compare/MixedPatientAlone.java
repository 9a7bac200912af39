package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.MixedSums;
import physio.outcomes.compare.sums.PatternSums;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.compare.sums.Sums;
import physio.outcomes.compare.sums.TermProducts;
import physio.outcomes.compare.sums.Terms;
import physio.outcomes.measure.SessionBlocks;

/** The model {@code mixed_patient} of the session window and nothing else: its two passes over the blocks and its fit, for timing. */
public final class MixedPatientAlone {
    private MixedPatientAlone() {}

    /** Estimates by technique, in improvement, of the plan's one measure. */
    public static Map<String, Double> estimates(SessionBlocks blocks, ComparisonPlan plan) {
        Cohort cohort = Cohort.of(blocks, plan);
        Layout layout = cohort.layout();
        Arms arms = cohort.main().stream()
                .filter(own -> own.sample().kind() == Kind.SESSION)
                .findFirst()
                .orElseThrow();
        List<Sums> sums = cohort.passes()
                .over(
                        "Summing for one mixed model",
                        cohort.coding(),
                        new PatternSums(cohort.study(), layout, cohort.included(), ranges(cohort, arms.measure())),
                        new MixedSums(cohort.study(), layout, cohort.included()));
        TermProducts products = ((PatternSums) sums.get(0)).ofVisits(arms.place());
        int[] columns = Terms.repeated(products, layout, arms.referenceLevel(layout));
        MixedFit fit = MixedFit.of(
                        "patient",
                        arms,
                        products.ofImprovement(columns, arms.measure().polarity()),
                        columns,
                        ((MixedSums) sums.get(1)).byPatient(arms.place()))
                .orElseThrow();
        Map<String, Double> estimates = new LinkedHashMap<>();
        arms.others()
                .forEach(technique -> estimates.put(
                        technique,
                        fit.contrast(Fit.term(technique)).estimate()
                                * arms.measure().stepSize()));
        return estimates;
    }

    private static List<int[]> ranges(Cohort cohort, Measure measure) {
        List<int[]> ranges = new ArrayList<>();
        cohort.study()
                .samples()
                .forEach(sample -> ranges.add(new int[] {
                    measure.low().divide(measure.step()).intValueExact(),
                    measure.high().divide(measure.step()).intValueExact()
                }));
        return ranges;
    }
}
