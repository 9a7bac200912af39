package physio.outcomes.compare;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.compare.model.EventTimes;
import physio.outcomes.compare.model.KaplanMeier;
import physio.outcomes.compare.model.LogRank;
import physio.outcomes.compare.sums.RecurrenceSums;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;

/**
 * How soon complaints come back by technique: the table {@code recurrence}, by month, and {@code recurrence_test}, the log-rank test
 * within body regions.
 */
final class Recurrence {
    private static final double DAYS_A_MONTH = 30.4375;

    private static final List<ResultColumn> CURVE = List.of(
            Columns.PATIENTS,
            Columns.of("at_risk", Role.ADDITIVE_COUNT),
            Columns.of("free", Role.RATE),
            Columns.of("ci_low", Role.RATE),
            Columns.of("ci_high", Role.RATE));

    private static final List<ResultColumn> TEST = List.of(
            Columns.of("groups", Role.OPEN),
            Columns.of("chi_squared", Role.SPREAD),
            Columns.DF,
            Columns.P_VALUE,
            Columns.NOTE);

    /** By technique and region, days with their counts. */
    private final Map<Integer, Map<Integer, Map<Integer, EventTimes.Day>>> counts = new TreeMap<>();

    private final Cohort cohort;
    private final RecurrenceSums sums;

    private Recurrence(Cohort cohort, RecurrenceSums sums) {
        this.cohort = cohort;
        this.sums = sums;
        sums.forEach((key, own) -> counts.computeIfAbsent(key.get(0), technique -> new TreeMap<>())
                .computeIfAbsent(key.get(1), region -> new TreeMap<>())
                .put(key.get(2), new EventTimes.Day(own[0], own[1])));
    }

    /** The curves, then the test. */
    static List<ResultTable> tables(Cohort cohort, RecurrenceSums sums) {
        Recurrence own = new Recurrence(cohort, sums);
        return List.of(
                new ResultTable("recurrence", List.of("technique", "month"), CURVE, own.curves()),
                new ResultTable("recurrence_test", List.of("test"), TEST, own.test()));
    }

    private List<ResultRow> curves() {
        List<ResultRow> rows = new ArrayList<>();
        counts.forEach((technique, regions) -> {
            EventTimes times = times(List.copyOf(regions.values()));
            KaplanMeier curve = KaplanMeier.of(times);
            for (int month = 0; times.atRisk(day(month)) > 0; month++) {
                rows.add(row(technique, month, times, curve));
            }
        });
        return rows;
    }

    private static int day(int month) {
        return (int) Math.ceil(month * DAYS_A_MONTH);
    }

    private ResultRow row(int technique, int month, EventTimes times, KaplanMeier curve) {
        long patients = sums.patients(technique, day(month));
        KaplanMeier.Point point = curve.at(day(month));
        return new ResultRow(
                List.of(name(technique), String.valueOf(month)),
                patients,
                List.of(
                        new Count(patients),
                        new Count(times.atRisk(day(month))),
                        number(point.survival()),
                        point.limits().map(own -> number(own.low())).orElse(BLANK),
                        point.limits().map(own -> number(own.high())).orElse(BLANK)));
    }

    /** Several regions together. */
    private static EventTimes times(List<Map<Integer, EventTimes.Day>> regions) {
        Map<Integer, EventTimes.Day> all = new TreeMap<>();
        for (Map<Integer, EventTimes.Day> region : regions) {
            region.forEach((day, own) -> all.merge(
                    day,
                    own,
                    (left, right) ->
                            new EventTimes.Day(left.events() + right.events(), left.censored() + right.censored())));
        }
        return new EventTimes(all);
    }

    /** Techniques with enough at the start; those that are none stay out. */
    private List<Integer> compared() {
        return counts.entrySet().stream()
                .filter(entry -> !Comparison.NO_TECHNIQUE.contains(name(entry.getKey())))
                .map(Map.Entry::getKey)
                .filter(technique ->
                        sums.patients(technique, 0) >= Math.max(2, cohort.plan().minPatients()))
                .toList();
    }

    private List<ResultRow> test() {
        List<Integer> compared = compared();
        if (compared.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<EventTimes>> strata = new TreeMap<>();
        counts.values().forEach(regions -> regions.keySet().forEach(region -> strata.put(region, new ArrayList<>())));
        strata.forEach((region, groups) -> compared.forEach(technique -> groups.add(
                new EventTimes(counts.getOrDefault(technique, Map.of()).getOrDefault(region, Map.of())))));
        Optional<LogRank> test =
                compared.size() < 2 ? Optional.empty() : LogRank.stratified(List.copyOf(strata.values()));
        long patients = compared.stream()
                .mapToLong(technique -> sums.patients(technique, 0))
                .sum();
        List<Figure> figures = new ArrayList<>(List.of(new Count(compared.size())));
        figures.addAll(
                test.map(own -> List.of(number(own.chiSquared()), number(own.degreesOfFreedom()), number(own.p())))
                        .orElse(List.of(BLANK, BLANK, BLANK)));
        figures.add(new Text(
                test.isPresent() ? "" : "not estimable: fewer than two techniques with enough patients and events"));
        return List.of(new ResultRow(List.of("log_rank_by_region"), patients, figures));
    }

    private String name(int technique) {
        return cohort.layout().factors().get(0).levels().get(technique);
    }
}
