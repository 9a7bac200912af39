package physio.outcomes.disclosure;

import java.util.HashMap;
import java.util.Map;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.Settings.PrivacyProfile;

/**
 * What everybody may know beside a release's files: it stands in its documentation.
 *
 * @param isRounded whether counts are rounded to 5
 * @param months what of a clinic's months a longer period holds
 * @param steps the instrument's step by measure
 * @param labels of measures and techniques by their code
 * @param isAnyLeftOut whether rows of somebody are not listed, which the disclosure statement says
 */
record Known(
        boolean isRounded, Months months, Map<String, Double> steps, Map<String, String> labels, boolean isAnyLeftOut) {

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
        return new Known(settings.privacy().profile() == PrivacyProfile.PUBLIC, Months.SHOWN, steps, labels, false);
    }

    /** Of a release that may leave rows out. */
    Known leftOut(boolean isAny) {
        return new Known(isRounded, months, steps, labels, isAny);
    }

    String label(String code) {
        return labels.getOrDefault(code, code);
    }

    /** What a count that is shown can be. */
    Range shown(double value) {
        return isRounded ? new Range(Math.max(0, value - 2), value + 2) : new Range(value, value);
    }

    /** From and to, both possible. */
    record Range(double low, double high) {}
}
