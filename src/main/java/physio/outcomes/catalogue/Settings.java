package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure.ScoreColumn;

/**
 * Everything the analyst can set, read and checked once.
 *
 * @param measures by id, in the order of the file, which is that of reports
 * @param techniques by code
 * @param regions by code
 * @param source the settings as one text that {@link SettingsReader#parse} reads: two runs with one source had the same settings
 */
public record Settings(
        Map<String, Measure> measures,
        Map<String, Technique> techniques,
        Map<String, Region> regions,
        Patients patients,
        Episode episode,
        Attribution attribution,
        Compare compare,
        Privacy privacy,
        Ingest ingest,
        Store store,
        Report report,
        String source) {

    /** The score columns of all measures, in order: how scores lie in a session. */
    public List<ScoreColumn> scoreColumns() {
        return measures.values().stream()
                .flatMap(measure -> measure.columns().stream())
                .toList();
    }

    /** What a technique is called in reports; levels that are no technique are named too. */
    public String techniqueLabel(String code) {
        return switch (code) {
            case "all" -> "All techniques";
            case "combined" -> "Combined in one session";
            case "mixed" -> "Mixed over the episode";
            default ->
                Optional.ofNullable(techniques.get(code)).map(Technique::label).orElse(code);
        };
    }

    /** What a body region is called in reports. */
    public String regionLabel(String code) {
        return Optional.ofNullable(regions.get(code)).map(Region::label).orElse(code);
    }

    /** A kind of treatment, with other spellings that exports use for it. */
    public record Technique(String code, String label, List<String> synonyms) {}

    /** A part of the body. */
    public record Region(String code, String label) {}

    /** Whether one patient id means one person over all sources, or only within its source. */
    public record Patients(boolean isOneScope) {}

    /** A date difference of more than {@code gapDays} starts a new episode. */
    public record Episode(int gapDays) {}

    /** The least share of an episode's sessions that makes a technique the episode's. */
    public record Attribution(BigDecimal share) {}

    /** How techniques are compared. An absent reference is the most used technique. */
    public record Compare(Optional<String> reference, List<String> caseMix, Cluster cluster, int minPatients) {}

    /** What errors are allowed to be correlated within. */
    public enum Cluster {
        PATIENT,
        CLINIC
    }

    /** Where a new store has its tables, as {@code hdfs://host:port/folder}; absent for its own folder. */
    public record Store(Optional<String> warehouse) {}

    /** How published figures are protected. */
    public record Privacy(PrivacyProfile profile) {}

    /** The disclosure profiles. */
    public enum PrivacyProfile {
        /** For people inside the organisation: no outcomes of cells below 5 patients. */
        INTERNAL,
        /** For everybody: no cells and numerators below 10, counts rounded to 5. */
        PUBLIC,
        /** Unprotected: for tests and for data with consent. */
        NONE
    }

    /** The largest share of a file that may be quarantined before the file is refused. */
    public record Ingest(BigDecimal maxRejectedShare) {}

    /**
     * What reports show.
     *
     * @param logo a PNG or JPEG file
     * @param language {@link #ENGLISH}, or a file of texts in another one
     * @param comparesPractitioners whether the monthly report holds them against each other
     * @param measures of the monthly report, in their order there; empty for all
     * @param sections of the monthly report beside the first and the last one; empty for all
     * @param targets mean improvements by measure, in its unit, and shares of {@link #FOLLOWED}, in percent
     * @param rebases months from which control limits are computed anew, with the reasons
     */
    public record Report(
            String organisation,
            Optional<Path> logo,
            String language,
            boolean comparesPractitioners,
            List<String> measures,
            List<String> sections,
            Map<String, BigDecimal> targets,
            Map<YearMonth, String> rebases) {

        /** The language whose texts are built in. */
        public static final String ENGLISH = "en-GB";

        /** The sections that can be left out, by the ids of their headings. */
        public static final List<String> SECTIONS = List.of(
                "techniques",
                "responders",
                "months",
                "visits",
                "regions",
                "clinics",
                "practitioners",
                "benefits",
                "attendance",
                "quality",
                "news");

        /** What has a target beside measures: attended of booked sessions, and recorded of due scores. */
        public static final List<String> FOLLOWED = List.of("attendance", "completeness");

        /** Whether a section is shown. */
        public boolean shows(String section) {
            return sections.isEmpty() || !SECTIONS.contains(section) || sections.contains(section);
        }

        /** What is aimed at. */
        public OptionalDouble target(String followed) {
            BigDecimal target = targets.get(followed);
            return target == null ? OptionalDouble.empty() : OptionalDouble.of(target.doubleValue());
        }

        /** Those of some measures that are shown, in their order there. */
        public <M> Map<String, M> shown(Map<String, M> available) {
            if (measures.isEmpty()) {
                return available;
            }
            Map<String, M> shown = new LinkedHashMap<>();
            measures.forEach(id -> Optional.ofNullable(available.get(id)).ifPresent(one -> shown.put(id, one)));
            return shown;
        }
    }
}
