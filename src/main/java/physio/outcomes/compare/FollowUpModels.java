package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import physio.outcomes.compare.model.LogisticFit;
import physio.outcomes.compare.model.LogisticPattern;
import physio.outcomes.compare.sums.FollowUpModel;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.PatternCell;
import physio.outcomes.compare.sums.ResponderSums;
import physio.outcomes.compare.sums.ResponseDefinition;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.compare.sums.Terms;

/** Who is followed up: a logistic model of technique, baseline and case mix for each measure. */
final class FollowUpModels {
    private static final FollowUpModel EVERYBODY = new FollowUpModel(new double[0], new long[0]);

    private FollowUpModels() {}

    /** The sums that count responders, with weights for those who were lost. */
    static ResponderSums responders(Cohort cohort, Totals totals) {
        List<FollowUpModel> models = new ArrayList<>();
        for (int sample = 0; sample < cohort.study().samples().size(); sample++) {
            models.add(
                    cohort.study().samples().get(sample).kind() == Kind.BASELINE
                            ? model(sample, cohort, totals)
                            : EVERYBODY);
        }
        return new ResponderSums(
                cohort.study(),
                cohort.layout(),
                cohort.included(),
                totals.patterns(),
                cohort.study().samples().stream()
                        .map(sample -> sample.kind() == Kind.BASELINE
                                ? cohort.responses(sample).definitions()
                                : List.<ResponseDefinition>of())
                        .toList(),
                models);
    }

    private static FollowUpModel model(int sample, Cohort cohort, Totals totals) {
        Layout layout = cohort.layout();
        List<PatternCell> cells = new ArrayList<>();
        totals.patterns().forEach(sample, cells::add);
        if (cells.isEmpty()) {
            return EVERYBODY;
        }
        int[] columns = Terms.adjusted(
                totals.patterns().products(sample), layout, cells.get(0).level(0));
        Patterns patterns = new Patterns(0, columns, layout);
        List<String> names = IntStream.of(columns).mapToObj(layout::name).toList();
        Optional<LogisticFit> fit = LogisticFit.fit(
                names, cells.stream().map(cell -> pattern(cell, patterns)).toList());
        return fit.map(own -> model(own, columns, cells, sample, cohort, totals))
                .orElse(EVERYBODY);
    }

    private static FollowUpModel model(
            LogisticFit fit, int[] columns, List<PatternCell> cells, int sample, Cohort cohort, Totals totals) {
        long[] certain = Arrays.stream(fit.removed())
                .mapToLong(i -> totals.patterns().fullKey(sample, cells.get(i)))
                .sorted()
                .toArray();
        return new FollowUpModel(cohort.layout().spread(fit.coefficients(), fit.indexes(), columns), certain);
    }

    /** Of these cells the sum of follow-ups is how many there are. */
    private static LogisticPattern pattern(PatternCell cell, Patterns patterns) {
        return patterns.of(cell::level, cell.baseline(), cell.rows(), cell.followUps());
    }
}
