package physio.outcomes.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;

/**
 * What everybody may know beside a release's files: it stands in its documentation.
 *
 * @param isRounded whether counts are rounded to 5
 * @param months what of a clinic's months a longer period holds
 * @param steps the instrument's step by measure
 * @param labels of measures and techniques by their code
 * @param notListed what rows that are not listed may be about; nothing where the disclosure statement says that none is left out
 */
record Known(boolean isRounded, Months months, Map<String, Double> steps, Map<String, String> labels, Codes notListed) {

    /** Which of them. */
    enum Months {
        ALL,
        SHOWN
    }

    static Known of(Settings settings) {
        Map<String, Double> steps = new HashMap<>();
        Map<String, String> labels = new HashMap<>(Map.of("all", "All techniques", "mixed", "Mixed over the episode"));
        settings.measures().forEach((id, measure) -> {
            steps.put(id, measure.stepSize());
            labels.put(id, measure.label());
        });
        settings.techniques().forEach((code, technique) -> labels.put(code, technique.label()));
        return new Known(
                settings.privacy().profile() == PrivacyProfile.PUBLIC, Months.SHOWN, steps, labels, Codes.NONE);
    }

    /** Of a release that leaves rows out. */
    Known withNotListed(Codes codes) {
        return new Known(isRounded, months, steps, labels, codes);
    }

    boolean isAnyLeftOut() {
        return !notListed.groups().isEmpty();
    }

    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    /** What a count that is shown can be. */
    Range shown(double value) {
        return isRounded ? new Range(Math.max(0, value - 2), value + 2) : new Range(value, value);
    }

    /**
     * What tables of outcomes may be about: the catalogue says so.
     *
     * @param groups by their kind and code
     * @param techniques by code
     */
    record Codes(Set<String> groups, Set<String> techniques) {
        static final Codes NONE = new Codes(Set.of(), Set.of());

        Codes and(Codes others) {
            return new Codes(union(groups, others.groups), union(techniques, others.techniques));
        }

        private static Set<String> union(Set<String> some, Set<String> others) {
            Set<String> all = new TreeSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** From and to, both possible. */
    record Range(double low, double high) {}
}
