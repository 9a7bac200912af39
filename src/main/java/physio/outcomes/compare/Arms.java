package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.Layout;
import physio.outcomes.compare.sums.Sample;

/**
 * The techniques of a sample, and the one that the others are held against.
 *
 * @param place of the sample in the study
 * @param reference the technique asked for, or the most used
 * @param patients distinct ones of each technique that any had, in code-point order
 */
record Arms(Sample sample, int place, Measure measure, String reference, Map<String, Long> patients) {

    /** The techniques that are held against the reference. */
    List<String> others() {
        List<String> others = new ArrayList<>(patients.keySet());
        others.remove(reference);
        return others;
    }

    /** Distinct patients of a technique. */
    long patients(String technique) {
        return patients.getOrDefault(technique, 0L);
    }

    /** The fewer of a technique's and the reference's patients; a technique's own where nobody had the reference. */
    long fewest(String technique) {
        long ofReference = patients(reference);
        return ofReference == 0 ? patients(technique) : Math.min(patients(technique), ofReference);
    }

    /** The level of the reference. */
    int referenceLevel(Layout layout) {
        return layout.factors().get(0).level(reference);
    }

    /** Why a technique cannot be compared with the reference; empty when it can. */
    String obstacle(String technique, int minPatients) {
        return Math.min(patients(technique), patients(reference)) < minPatients
                ? "not comparable: an arm has fewer than " + minPatients + " patients"
                : "";
    }

    /** Whether it is of all rows of its window, and not of a part of them. */
    boolean isMain() {
        return sample.isMain();
    }

    /** Measure and window, as tables have them. */
    List<String> key() {
        return List.of(sample.measure(), sample.window());
    }
}
