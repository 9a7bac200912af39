package physio.outcomes.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.CellSums;
import physio.outcomes.compare.sums.CharacteristicSums;
import physio.outcomes.compare.sums.GroupModelSums;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.MixedSums;
import physio.outcomes.compare.sums.PatternSums;
import physio.outcomes.compare.sums.PresenceSums;
import physio.outcomes.compare.sums.RecurrenceSums;
import physio.outcomes.compare.sums.SpreadSums;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.compare.sums.Sums;
import physio.outcomes.compare.sums.UnitModels;
import physio.outcomes.compare.sums.VisitSums;

/**
 * What a second pass over the rows sums: all that describes, and all that models are fitted from.
 *
 * @param units models within clinics and regions
 * @param dose models of the number of sessions
 */
record Totals(
        CellSums cells,
        PatternSums patterns,
        MixedSums mixed,
        VisitSums visits,
        SpreadSums spread,
        PresenceSums presence,
        CharacteristicSums characteristics,
        RecurrenceSums recurrence,
        GroupModelSums units,
        UnitModels unitModels,
        GroupModelSums dose) {

    static Totals of(Cohort cohort) {
        Study study = cohort.study();
        Layout layout = cohort.layout();
        UnitModels unitModels =
                new UnitModels(study, cohort.blocks().vocabulary(), references(cohort), cohort.compared());
        List<Sums> sums = cohort.passes()
                .over(
                        "Summing techniques",
                        cohort.coding(),
                        new CellSums(
                                study,
                                layout,
                                study.samples().stream()
                                        .map(sample -> cohort.responses(sample).threshold())
                                        .toList()),
                        new PatternSums(study, layout, cohort.included(), ranges(cohort)),
                        new MixedSums(study, layout, cohort.included()),
                        new VisitSums(study, layout),
                        new SpreadSums(study, layout, widths(cohort)),
                        new PresenceSums(study, layout, cohort.blocks().vocabulary()),
                        new CharacteristicSums(study, cohort.blocks().vocabulary()),
                        new RecurrenceSums(
                                study, cohort.clinicDays(), cohort.blocks().vocabulary()),
                        GroupModelSums.ofUnits(unitModels),
                        GroupModelSums.ofDose(study));
        return new Totals(
                (CellSums) sums.get(0),
                (PatternSums) sums.get(1),
                (MixedSums) sums.get(2),
                (VisitSums) sums.get(3),
                (SpreadSums) sums.get(4),
                (PresenceSums) sums.get(5),
                (CharacteristicSums) sums.get(6),
                (RecurrenceSums) sums.get(7),
                (GroupModelSums) sums.get(8),
                unitModels,
                (GroupModelSums) sums.get(9));
    }

    /** Half the smallest difference that matters where it is one number, else a twentieth of the range; at least a step. */
    private static List<Integer> widths(Cohort cohort) {
        return cohort.study().samples().stream()
                .map(sample -> {
                    Measure measure =
                            Objects.requireNonNull(cohort.plan().measures().get(sample.measure()));
                    double range = measure.high().subtract(measure.low()).doubleValue();
                    double width =
                            cohort.responses(sample).threshold().common(measure).orElse(range / 10) / 2;
                    return Math.max(1, (int) Math.rint(width / measure.stepSize()));
                })
                .toList();
    }

    private static int[] references(Cohort cohort) {
        int[] references = new int[cohort.study().samples().size()];
        Arrays.fill(references, -1);
        cohort.arms().forEach(arms -> references[arms.place()] = arms.referenceLevel(cohort.layout()));
        return references;
    }

    private static List<int[]> ranges(Cohort cohort) {
        return cohort.study().samples().stream()
                .map(sample -> Objects.requireNonNull(cohort.plan().measures().get(sample.measure())))
                .map(measure -> new int[] {
                    measure.low().divide(measure.step()).intValueExact(),
                    measure.high().divide(measure.step()).intValueExact()
                })
                .toList();
    }
}
