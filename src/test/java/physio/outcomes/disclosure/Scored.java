package physio.outcomes.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change between two scores in steps: of a session, or of an episode, which belongs to its first clinic and region, to its last
 * month, and to the technique of two thirds of its sessions.
 *
 * @param measure its place
 * @param sessions behind the change
 */
record Scored(Visit visit, int measure, String window, String technique, int baseline, int followUp, int sessions) {
    private static final double SHARE = 0.66;

    /** All changes of attended sessions. */
    static List<Scored> of(List<Visit> visits, int measures) {
        List<Scored> changes = new ArrayList<>();
        for (int measure = 0; measure < measures; measure++) {
            for (Visit visit : visits) {
                if (visit.isScoredBefore(measure) && visit.isScoredAfter(measure)) {
                    changes.add(new Scored(
                            visit,
                            measure,
                            "session",
                            visit.technique(),
                            visit.before().get(measure),
                            visit.after().get(measure),
                            1));
                }
            }
            for (List<Visit> episode : episodes(visits)) {
                addLasting(changes, episode, measure);
            }
        }
        return changes;
    }

    /** Attended sessions by episode. */
    static Collection<List<Visit>> episodes(List<Visit> visits) {
        Map<Integer, List<Visit>> episodes = new LinkedHashMap<>();
        visits.stream()
                .filter(Visit::isAttended)
                .forEach(visit -> episodes.computeIfAbsent(visit.episode(), first -> new ArrayList<>())
                        .add(visit));
        return episodes.values();
    }

    /** Sessions of an episode that hold a first score of the measure. */
    static List<Visit> scored(List<Visit> episode, int measure) {
        return episode.stream().filter(visit -> visit.isScoredBefore(measure)).toList();
    }

    /** The episode's clinic and region are those of its first session, its month that of its last. */
    static Visit placed(List<Visit> episode) {
        Visit first = episode.get(0);
        Visit last = episode.get(episode.size() - 1);
        return new Visit(
                first.patient(),
                first.episode(),
                first.clinic(),
                first.region(),
                first.technique(),
                last.month(),
                true,
                first.before(),
                first.after());
    }

    private static void addLasting(List<Scored> changes, List<Visit> episode, int measure) {
        List<Visit> scored = scored(episode, measure);
        if (scored.size() >= 2) {
            Visit last = scored.get(scored.size() - 1);
            List<Visit> treated = episode.subList(0, episode.lastIndexOf(last));
            changes.add(new Scored(
                    placed(episode),
                    measure,
                    "episode",
                    attributed(treated),
                    scored.get(0).before().get(measure),
                    last.before().get(measure),
                    treated.size()));
        }
    }

    private static String attributed(List<Visit> treated) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        treated.forEach(visit -> counts.merge(visit.technique(), 1, Integer::sum));
        Map.Entry<String, Integer> most = counts.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow();
        return most.getValue() >= SHARE * treated.size() ? most.getKey() : "mixed";
    }
}
