package physio.outcomes.ingest.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure.ScoreColumn;

/** Tells by its name whether a column of a file holds a score, and whether that of before or after. */
final class ScoreNames {
    private static final Map<String, List<String>> MEASURES = table("""
            pain: schmerz, schmerzen, schmerzskala, schmerzstaerke, vas, nrs, nprs, pain score
            mobility: rom, range of motion, beweglichkeit, bewegungsumfang
            sleep: psqi, schlaf, schlafqualitaet, sleep quality
            function: psfs, funktion
            stress: pss, pss 10, stress level
            strength: mrc, kraft, muskelkraft
            posture: haltung, kopfhaltung, cva, craniovertebral angle
            swelling: schwellung, oedem, umfang, girth
            """);
    private static final Map<String, List<String>> MOMENTS = table("""
            before: before, pre, preop, vor, vorher, davor, start, prior, initial
            after: after, post, postop, nach, nachher, danach, end
            score: score, wert, value, total, summe, gesamt
            """);
    private static final Set<String> FILLERS = Set.of(
            "score",
            "wert",
            "value",
            "total",
            "summe",
            "skala",
            "scale",
            "level",
            "rating",
            "points",
            "punkte",
            "grad",
            "degrees",
            "mm",
            "cm",
            "percent",
            "prozent",
            "q",
            "op",
            "0",
            "10",
            "100",
            "vas",
            "nrs",
            "nprs",
            "session",
            "treatment",
            "therapy",
            "massage",
            "behandlung",
            "therapie",
            "der",
            "the",
            "of",
            "bis",
            "to",
            "in");

    private ScoreNames() {}

    static boolean isNamed(SampleColumn column, ScoreColumn score) {
        Words name = column.words();
        return name.joined().equals(Words.of(score.name()).joined())
                || stems(score).anyMatch(stem -> fits(name, stem, score.moment()));
    }

    /** What is left of the name without the measure and the moment must say nothing. */
    private static boolean fits(Words name, Words stem, String moment) {
        List<String> moments = MOMENTS.getOrDefault(moment, List.of());
        boolean isGlued = moments.stream()
                .anyMatch(word -> name.joined().equals(stem.joined() + word)
                        || name.joined().equals(word + stem.joined()));
        boolean isOfMoment = moment.equals("score") || name.words().stream().anyMatch(moments::contains);
        Set<String> rest = new HashSet<>(name.words());
        stem.words().forEach(rest::remove);
        moments.forEach(rest::remove);
        rest.removeAll(FILLERS);
        return isGlued || (name.containsAll(stem) && isOfMoment && rest.isEmpty());
    }

    private static Stream<Words> stems(ScoreColumn score) {
        List<String> names = new ArrayList<>(List.of(
                score.measure().id(), score.measure().label(), score.measure().instrument()));
        names.addAll(MEASURES.getOrDefault(score.measure().id(), List.of()));
        return names.stream().map(Words::of);
    }

    private static Map<String, List<String>> table(String text) {
        return text.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> List.of(line[1].split(", ", -1))));
    }
}
