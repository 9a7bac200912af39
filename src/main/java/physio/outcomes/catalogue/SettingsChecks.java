package physio.outcomes.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be checked only once all settings are read: that they speak of one another rightly. */
final class SettingsChecks {
    private SettingsChecks() {}

    static void check(Settings settings, Fields fields) {
        checkTargets(settings, fields.at("report"));
        checkMeasures(settings, fields.at("report"));
        checkTechniqueNames(settings, fields.at("techniques"));
    }

    private static void checkTargets(Settings settings, Fields report) {
        settings.report().targets().keySet().stream()
                .filter(measure -> !settings.measures().containsKey(measure))
                .findFirst()
                .ifPresent(measure -> {
                    throw report.misplacedEntry(
                            "targets",
                            measure,
                            "must be a measure of the settings"
                                    + Fields.suggestion(
                                            measure, settings.measures().keySet()));
                });
    }

    private static void checkMeasures(Settings settings, Fields report) {
        List<String> measures = settings.report().measures();
        measures.stream()
                .filter(measure -> !settings.measures().containsKey(measure))
                .findFirst()
                .ifPresent(measure -> {
                    throw report.invalidItem(
                            "measures",
                            measures.indexOf(measure),
                            "must be a measure of the settings"
                                    + Fields.suggestion(
                                            measure, settings.measures().keySet()));
                });
    }

    /** One spelling for two techniques would count the sessions of one as those of the other. */
    private static void checkTechniqueNames(Settings settings, Fields techniques) {
        Map<String, String> owners = new HashMap<>();
        settings.techniques().values().forEach(technique -> {
            Stream<String> labels = Stream.of(technique.code(), technique.label());
            Stream.concat(labels, technique.synonyms().stream()).forEach(name -> {
                String owner = owners.putIfAbsent(TechniqueNames.folded(name), technique.code());
                if (owner != null && !owner.equals(technique.code())) {
                    throw techniques.misplaced(
                            technique.code(),
                            "cannot have the code, label or synonym '" + name + "', which " + owner + " has already");
                }
            });
        });
    }
}
