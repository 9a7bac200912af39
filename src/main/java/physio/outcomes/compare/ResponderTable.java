package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.compare.sums.ResponderSums;
import physio.outcomes.compare.sums.ResponseDefinition;
import physio.outcomes.compare.sums.Sample;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.compare.sums.WeightedShare;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.StudentT;
import physio.outcomes.measure.statistic.Wilson;

/** The table {@code responders}: who responds over the episode, by each definition and treatment of missing follow-ups. */
final class ResponderTable {
    private static final List<ResultColumn> COLUMNS = List.of(
            Columns.PATIENTS,
            Columns.EPISODES,
            Columns.of("responders", Role.NUMERATOR),
            Columns.of("rate", Role.RATE),
            Columns.of("ci_low", Role.RATE),
            Columns.of("ci_high", Role.RATE));

    private ResponderTable() {}

    static ResultTable of(Cohort cohort, ResponderSums sums) {
        List<ResultRow> rows = new ArrayList<>();
        List<String> techniques = cohort.layout().factors().get(0).levels();
        for (Sample sample : cohort.study().samples()) {
            if (sample.kind() == Kind.BASELINE) {
                List<ResponseDefinition> definitions = cohort.responses(sample).definitions();
                for (int technique = 0; technique < techniques.size(); technique++) {
                    for (int d = 0; d < definitions.size(); d++) {
                        List<String> key = List.of(
                                sample.measure(),
                                techniques.get(technique),
                                definitions.get(d).name());
                        addTreatments(rows, key, cohort.study().place(sample), technique, d, sums);
                    }
                }
            }
        }
        return new ResultTable("responders", List.of("measure", "technique", "definition", "missing"), COLUMNS, rows);
    }

    private static void addTreatments(
            List<ResultRow> rows, List<String> key, int sample, int technique, int definition, ResponderSums sums) {
        Optional<ClusteredMean> available = sums.available(sample, technique, definition);
        available.ifPresent(mean -> rows.add(row(key, "available", mean)));
        sums.all(sample, technique, definition).ifPresent(mean -> rows.add(row(key, "no_response", mean)));
        sums.weighted(sample, technique, definition)
                .ifPresent(share -> rows.add(
                        row(key, share, available.map(ClusteredMean::rows).orElse(0L))));
    }

    private static ResultRow row(List<String> key, String missing, ClusteredMean mean) {
        return new ResultRow(
                with(key, missing),
                mean.clusters(),
                figures(
                        mean.clusters(),
                        mean.rows(),
                        new Count(mean.sum().longValueExact()),
                        mean.mean(),
                        Wilson.interval(mean)));
    }

    /** A t interval, kept within 0 and 1. */
    private static ResultRow row(List<String> key, WeightedShare share, long episodes) {
        Optional<Interval> limits = share.standardError().isPresent()
                ? Optional.of(
                        StudentT.interval(share.share(), share.standardError().getAsDouble(), share.patients() - 1.0))
                : Optional.empty();
        return new ResultRow(
                with(key, "weighted"),
                share.patients(),
                figures(
                        share.patients(),
                        episodes,
                        BLANK,
                        share.share(),
                        limits.map(own -> new Interval(Math.max(0, own.low()), Math.min(1, own.high())))));
    }

    private static List<String> with(List<String> key, String missing) {
        List<String> all = new ArrayList<>(key);
        all.add(missing);
        return all;
    }

    private static List<Figure> figures(
            long patients, long episodes, Figure responders, double rate, Optional<Interval> limits) {
        return List.of(
                new Count(patients),
                new Count(episodes),
                responders,
                number(rate),
                limits.map(own -> number(own.low())).orElse(BLANK),
                limits.map(own -> number(own.high())).orElse(BLANK));
    }
}
