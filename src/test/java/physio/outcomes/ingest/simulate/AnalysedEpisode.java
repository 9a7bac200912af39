package physio.outcomes.ingest.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** An episode as an analyst would derive it from the files (METHODS 1), written apart from the simulator. */
record AnalysedEpisode(
        String technique,
        String clinic,
        String ageBand,
        String sex,
        String region,
        LocalDate end,
        int baseline,
        int followUp) {
    /** Episodes with a pain score before the first session and one before a later session. */
    static List<AnalysedEpisode> of(List<CSVRecord> rows) {
        Map<String, List<CSVRecord>> complaints = rows.stream()
                .filter(row -> row.get("attendance").equals("attended"))
                .collect(Collectors.groupingBy(
                        row -> row.get("patient_id") + row.get("body_region"), TreeMap::new, Collectors.toList()));
        return complaints.values().stream()
                .flatMap(complaint -> split(complaint).stream())
                .flatMap(sessions -> analysed(sessions).stream())
                .toList();
    }

    /** Sessions of one patient and region in episodes: more than 90 days apart starts a new one. */
    static List<List<CSVRecord>> split(List<CSVRecord> complaint) {
        List<List<CSVRecord>> episodes = new ArrayList<>();
        List<CSVRecord> ordered = complaint.stream()
                .sorted(Comparator.comparing(AnalysedEpisode::date))
                .toList();
        for (CSVRecord session : ordered) {
            boolean isNew = episodes.isEmpty() || daysBetween(last(last(episodes)), session) > 90;
            if (isNew) {
                episodes.add(new ArrayList<>());
            }
            last(episodes).add(session);
        }
        return episodes;
    }

    int improvement() {
        return baseline - followUp;
    }

    private static Optional<AnalysedEpisode> analysed(List<CSVRecord> sessions) {
        CSVRecord first = sessions.get(0);
        List<CSVRecord> scored = sessions.stream()
                .skip(1)
                .filter(row -> !row.get("pain_before").isEmpty())
                .toList();
        if (first.get("pain_before").isEmpty() || scored.isEmpty()) {
            return Optional.empty();
        }
        CSVRecord followUp = last(scored);
        return Optional.of(new AnalysedEpisode(
                technique(sessions.subList(0, sessions.indexOf(followUp))),
                first.get("clinic_id"),
                first.get("age_band"),
                first.get("sex"),
                first.get("body_region"),
                date(last(sessions)),
                Integer.parseInt(first.get("pain_before")),
                Integer.parseInt(followUp.get("pain_before"))));
    }

    /** The technique of at least 66% of the sessions, else {@code mixed}; two joined count as {@code combined}. */
    private static String technique(List<CSVRecord> sessions) {
        return sessions.stream()
                .map(row -> row.get("technique").contains("+") ? "combined" : row.get("technique"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(used -> used.getValue() >= 0.66 * sessions.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("mixed");
    }

    private static LocalDate date(CSVRecord row) {
        return LocalDate.parse(row.get("session_date"));
    }

    private static long daysBetween(CSVRecord earlier, CSVRecord later) {
        return ChronoUnit.DAYS.between(date(earlier), date(later));
    }

    private static <T> T last(List<T> items) {
        return items.get(items.size() - 1);
    }
}
