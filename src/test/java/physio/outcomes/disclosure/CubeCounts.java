package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.Cell;

/** The tables of a cube that count: what was booked and scored, and how many episodes have both scores. */
final class CubeCounts {
    private CubeCounts() {}

    static ResultTable activity(Cube cube) {
        List<ResultColumn> columns = new ArrayList<>(List.of(
                new ResultColumn("booked", Role.ADDITIVE_COUNT),
                new ResultColumn("attended", Role.ADDITIVE_COUNT),
                new ResultColumn("n_patients", Role.PATIENTS)));
        List<Predicate<Visit>> scores = new ArrayList<>();
        int place = 0;
        for (Measure measure : cube.settings().measures().values()) {
            int at = place++;
            measure.columns().forEach(column -> {
                columns.add(new ResultColumn(column.name(), Role.RECORDED));
                scores.add(
                        column.name().endsWith("_after")
                                ? visit -> visit.isScoredAfter(at)
                                : visit -> visit.isScoredBefore(at));
            });
        }
        List<ResultRow> rows = new ArrayList<>();
        grouped(cube.visits(), visit -> List.of(visit.clinic(), visit.month().toString()))
                .forEach((key, visits) -> rows.add(row(key, visits, scores)));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("activity", List.of("clinic_id", "period"), columns, rows);
    }

    private static ResultRow row(List<String> key, List<Visit> visits, List<Predicate<Visit>> scores) {
        List<Visit> attended = visits.stream().filter(Visit::isAttended).toList();
        List<Figure> figures = new ArrayList<>(
                List.of(new Count(visits.size()), new Count(attended.size()), new Count(patients(attended))));
        scores.forEach(score -> figures.add(count(visits, score)));
        long patients = patients(attended.isEmpty() ? visits : attended);
        List<Long> largest = List.of(most(visits), most(attended));
        return new ResultRow(key, new Contributors(patients, largest, OptionalDouble.empty(), false, false), figures);
    }

    static ResultTable participation(Cube cube) {
        List<Measure> measures = List.copyOf(cube.settings().measures().values());
        List<ResultRow> rows = new ArrayList<>();
        List<List<Visit>> episodes = List.copyOf(Scored.episodes(cube.visits()));
        grouped(episodes, CubeCounts::place).forEach((key, own) -> {
            List<Visit> firsts = own.stream().map(episode -> episode.get(0)).toList();
            long patients = patients(firsts);
            Contributors contributors = new Contributors(
                    patients, List.of(most(firsts)), OptionalDouble.empty(), isDominated(firsts), false);
            for (int i = 0; i < measures.size(); i++) {
                int measure = i;
                rows.add(new ResultRow(
                        List.of(key.get(0), key.get(1), measures.get(i).id()),
                        contributors,
                        List.of(
                                new Count(own.size()),
                                new Count(patients),
                                count(
                                        own,
                                        episode ->
                                                !Scored.scored(episode, measure).isEmpty()),
                                count(
                                        own,
                                        episode ->
                                                Scored.scored(episode, measure).size() > 1))));
            }
        });
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable(
                "participation",
                List.of("clinic_id", "period", "measure"),
                List.of(
                        new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
                        new ResultColumn("n_patients", Role.PATIENTS),
                        new ResultColumn("with_baseline", Role.RECORDED),
                        new ResultColumn("with_follow_up", Role.RECORDED)),
                rows);
    }

    private static List<String> place(List<Visit> episode) {
        Visit placed = Scored.placed(episode);
        return List.of(placed.clinic(), placed.month().toString());
    }

    /** By clinic and month, and each month once more for all clinics. */
    private static <T> Map<List<String>, List<T>> grouped(List<T> things, Function<T, List<String>> place) {
        Map<List<String>, List<T>> groups =
                new TreeMap<>((one, other) -> String.join(" ", one).compareTo(String.join(" ", other)));
        for (T thing : things) {
            List<String> own = place.apply(thing);
            for (List<String> key : List.of(own, List.of(Cell.ALL, own.get(1)))) {
                groups.computeIfAbsent(key, first -> new ArrayList<>()).add(thing);
            }
        }
        return groups;
    }

    /** Numbers of things of each patient, the largest first. */
    private static List<Long> shares(List<Visit> visits) {
        return visits.stream().collect(Collectors.groupingBy(Visit::patient, Collectors.counting())).values().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static long most(List<Visit> visits) {
        return visits.isEmpty() ? 0 : shares(visits).get(0);
    }

    /** Two patients gave more than nine tenths. */
    private static boolean isDominated(List<Visit> visits) {
        return 10 * shares(visits).stream().limit(2).mapToLong(Long::longValue).sum() > 9L * visits.size();
    }

    private static long patients(List<Visit> visits) {
        return visits.stream().map(Visit::patient).distinct().count();
    }

    private static <T> Count count(List<T> things, Predicate<T> condition) {
        return new Count(things.stream().filter(condition).count());
    }
}
