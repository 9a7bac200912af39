package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import physio.outcomes.compare.sums.Factor;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.compare.sums.SpreadSums;
import physio.outcomes.compare.sums.VisitSums;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.Interval;

/** How scores run and spread: the tables {@code trajectories}, {@code dose_response} and {@code change_distribution}. */
final class CourseTables {
    private static final List<ResultColumn> SCORES = List.of(
            Columns.of("n_scores", Role.ADDITIVE_COUNT),
            Columns.PATIENTS,
            Columns.of("score_mean", Role.MEAN),
            Columns.of("score_ci_low", Role.SPREAD),
            Columns.of("score_ci_high", Role.SPREAD));

    private static final List<ResultColumn> DOSE = List.of(
            Columns.PATIENTS,
            Columns.EPISODES,
            Columns.of("improvement_mean", Role.MEAN),
            Columns.CI_LOW,
            Columns.CI_HIGH);

    private static final List<ResultColumn> SPREAD =
            List.of(Columns.PATIENTS, Columns.EPISODES, Columns.of("share", Role.RATE));

    private CourseTables() {}

    static ResultTable trajectories(Cohort cohort, VisitSums sums) {
        Factor visits = cohort.layout().factors().get(cohort.layout().visit());
        List<String> techniques = cohort.layout().factors().get(0).levels();
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : ofKind(cohort, Kind.VISIT)) {
            for (int technique = 0; technique < techniques.size(); technique++) {
                for (int visit = 0; visit <= visits.size(); visit++) {
                    List<String> key = List.of(
                            arms.sample().measure(),
                            techniques.get(technique),
                            visit == 0 ? "baseline" : visits.levels().get(visit - 1));
                    sums.scores(arms.place(), technique, visit)
                            .ifPresent(mean -> rows.add(new ResultRow(
                                    key,
                                    mean.clusters(),
                                    figures(
                                            new Count(mean.rows()),
                                            new Count(mean.clusters()),
                                            mean,
                                            arms.measure().stepSize()))));
                }
            }
        }
        return new ResultTable("trajectories", List.of("measure", "technique", "visit"), SCORES, rows);
    }

    static ResultTable doses(Cohort cohort, VisitSums sums) {
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : ofKind(cohort, Kind.EPISODE)) {
            for (int sessions = 1; sessions <= VisitSums.MOST_SESSIONS; sessions++) {
                String label = sessions == VisitSums.MOST_SESSIONS ? sessions + "+" : String.valueOf(sessions);
                sums.improvement(arms.place(), sessions)
                        .ifPresent(mean -> rows.add(new ResultRow(
                                List.of(arms.sample().measure(), label),
                                mean.clusters(),
                                figures(
                                        new Count(mean.clusters()),
                                        new Count(mean.rows()),
                                        mean,
                                        arms.measure().stepSize()))));
            }
        }
        return new ResultTable("dose_response", List.of("measure", "sessions"), DOSE, rows);
    }

    private static List<Arms> ofKind(Cohort cohort, Kind kind) {
        return cohort.arms().stream()
                .filter(arms -> arms.sample().kind() == kind)
                .toList();
    }

    private static List<Figure> figures(Count first, Count second, ClusteredMean mean, double step) {
        Optional<Interval> limits = mean.interval().map(own -> own.times(step));
        return List.of(
                first,
                second,
                number(mean.mean() * step),
                limits.map(own -> number(own.low())).orElse(BLANK),
                limits.map(own -> number(own.high())).orElse(BLANK));
    }

    static ResultTable spread(Cohort cohort, SpreadSums sums) {
        List<String> techniques = cohort.layout().factors().get(0).levels();
        List<ResultRow> rows = new ArrayList<>();
        for (Arms arms : ofKind(cohort, Kind.EPISODE)) {
            for (int technique = 0; technique <= techniques.size(); technique++) {
                String name = technique == techniques.size() ? Cell.ALL : techniques.get(technique);
                addBins(rows, arms, name, sums, technique);
            }
        }
        return new ResultTable("change_distribution", List.of("measure", "technique", "bin"), SPREAD, rows);
    }

    /** A row a bin and one for all of them, so that protection knows that they add up. */
    private static void addBins(List<ResultRow> rows, Arms arms, String name, SpreadSums sums, int technique) {
        long all = 0;
        for (int bin = 0; bin < SpreadSums.BINS; bin++) {
            all += sums.episodes(arms.place(), technique, bin);
        }
        for (int bin = 0; bin < SpreadSums.BINS && all > 0; bin++) {
            rows.add(bin(
                    List.of(arms.sample().measure(), name, BinLabel.of(bin, sums.width(arms.place()), arms.measure())),
                    sums.patients(arms.place(), technique, bin),
                    sums.episodes(arms.place(), technique, bin),
                    all));
        }
        if (all > 0) {
            long patients = sums.patients(arms.place(), technique);
            rows.add(bin(List.of(arms.sample().measure(), name, Cell.ALL), patients, all, all));
        }
    }

    private static ResultRow bin(List<String> key, long patients, long episodes, long all) {
        return new ResultRow(
                key, patients, List.of(new Count(patients), new Count(episodes), number(episodes / (double) all)));
    }
}
