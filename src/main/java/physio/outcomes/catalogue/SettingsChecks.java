package physio.outcomes.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Settings.Report;

/** What can be checked only once all settings are read: that they speak of one another rightly. */
final class SettingsChecks {
    private SettingsChecks() {}

    static void check(Settings settings, Fields fields) {
        checkTargets(settings, fields.at("report"));
        checkMeasures(settings, fields.at("report"));
        checkTechniqueNames(settings, fields.at("techniques"));
    }

    private static void checkTargets(Settings settings, Fields report) {
        Set<String> known = new LinkedHashSet<>(settings.measures().keySet());
        known.addAll(Report.FOLLOWED);
        settings.report().targets().keySet().stream()
                .filter(target -> !known.contains(target))
                .findFirst()
                .ifPresent(target -> {
                    throw report.misplacedEntry(
                            "targets",
                            target,
                            "must be a measure of the settings, attendance or completeness"
                                    + Fields.suggestion(target, known));
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
