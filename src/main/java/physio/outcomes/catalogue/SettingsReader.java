package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import physio.outcomes.catalogue.Settings.Attribution;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.catalogue.Settings.Compare;
import physio.outcomes.catalogue.Settings.Episode;
import physio.outcomes.catalogue.Settings.Ingest;
import physio.outcomes.catalogue.Settings.Patients;
import physio.outcomes.catalogue.Settings.Privacy;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.catalogue.Settings.Region;
import physio.outcomes.catalogue.Settings.Report;
import physio.outcomes.catalogue.Settings.Store;
import physio.outcomes.catalogue.Settings.Technique;
import physio.outcomes.domain.UserException;

/** Reads {@link Settings} from YAML files laid over one another, the later above the earlier, and single keys above all. */
public final class SettingsReader {
    /** Codes that mean something else than a technique or a clinic. */
    public static final Set<String> RESERVED = Set.of("all", "combined", "mixed", "unknown");

    /** The case-mix terms that sessions can carry. */
    public static final List<String> CASE_MIX =
            List.of("age_band", "sex", "body_region", "condition", "chronicity", "clinic");

    private static final Place NOWHERE = new Place("the settings in force");

    private SettingsReader() {}

    /**
     * Reads and checks settings.
     *
     * @param files settings files, the later laid over the earlier
     * @param overrides dotted keys with YAML values, laid over all files
     * @throws UserException when a file, a key or a value is wrong
     */
    public static Settings read(List<Path> files, Map<String, String> overrides) {
        YamlNode.Keys tree = YamlNode.Keys.none(NOWHERE);
        for (Path file : files) {
            tree = tree.overlaidBy(YamlTree.read(file));
        }
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            tree = tree.overlaidBy(nested(override.getKey(), override.getValue()));
        }
        return of(tree);
    }

    /** Settings from {@link Settings#source}: how they travel to other machines. */
    public static Settings parse(String source) {
        return of(YamlTree.read(source, "the settings in force"));
    }

    private static Settings of(YamlNode.Keys tree) {
        Fields fields = new Fields(tree, "");
        Settings settings = settings(fields, YamlTree.write(tree));
        fields.rejectUnknown();
        SettingsChecks.check(settings, fields);
        return settings;
    }

    private static Settings settings(Fields fields, String source) {
        return new Settings(
                fields.entries("measures", MeasureReader::measure),
                fields.entries("techniques", SettingsReader::technique),
                fields.entries(
                        "regions",
                        (code, region) -> new Region(code, region.text("label").orElse(code))),
                section(fields, "patients", SettingsReader::patients),
                section(fields, "episode", SettingsReader::episode),
                section(fields, "attribution", SettingsReader::attribution),
                section(fields, "compare", SettingsReader::compare),
                section(
                        fields,
                        "privacy",
                        privacy ->
                                new Privacy(choice(privacy, "profile", PrivacyProfile.class, PrivacyProfile.INTERNAL))),
                section(fields, "ingest", SettingsReader::ingest),
                section(fields, "store", SettingsReader::store),
                section(fields, "report", SettingsReader::report),
                source);
    }

    private static <T> T section(Fields fields, String key, Function<Fields, T> reader) {
        return fields.section(key, reader)
                .orElseGet(() -> reader.apply(new Fields(YamlNode.Keys.none(NOWHERE), key + ".")));
    }

    private static Technique technique(String code, Fields fields) {
        if (RESERVED.contains(code) || !code.matches("[A-Za-z0-9_-]{1,64}")) {
            throw UserException.usage(
                    "Invalid technique '" + code + "' at " + fields.place().text()
                            + " (must be letters, digits, _ or -, and none of all, combined, mixed, unknown).");
        }
        return new Technique(
                code,
                fields.text("label").orElse(code),
                fields.texts("synonyms").orElse(List.of()));
    }

    private static Patients patients(Fields fields) {
        return new Patients(
                switch (fields.text("scope").orElse("source")) {
                    case "source" -> false;
                    case "all" -> true;
                    default -> throw fields.invalid("scope", "must be source or all");
                });
    }

    private static Episode episode(Fields fields) {
        int gapDays = fields.integer("gap_days").orElse(90);
        if (gapDays < 1) {
            throw fields.invalid("gap_days", "must be at least 1 day");
        }
        return new Episode(gapDays);
    }

    private static Attribution attribution(Fields fields) {
        BigDecimal share = fields.decimal("share").orElse(new BigDecimal("0.66"));
        if (share.compareTo(new BigDecimal("0.5")) <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw fields.invalid(
                    "share", "must be above 0.5, so that one technique at most can reach it, and at most 1");
        }
        return new Attribution(share);
    }

    private static Compare compare(Fields fields) {
        List<String> caseMix = fields.texts("case_mix").orElse(List.of());
        caseMix.stream().filter(term -> !CASE_MIX.contains(term)).findFirst().ifPresent(term -> {
            throw fields.invalidItem(
                    "case_mix", caseMix.indexOf(term), "must name columns of " + String.join(", ", CASE_MIX));
        });
        return new Compare(
                fields.text("reference"),
                caseMix,
                choice(fields, "cluster", Cluster.class, Cluster.PATIENT),
                minPatients(fields));
    }

    private static int minPatients(Fields fields) {
        int minPatients = fields.integer("min_patients").orElse(20);
        if (minPatients < 2) {
            throw fields.invalid("min_patients", "must be at least 2");
        }
        return minPatients;
    }

    private static Ingest ingest(Fields fields) {
        BigDecimal share = fields.decimal("max_rejected_share").orElse(new BigDecimal("0.05"));
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw fields.invalid("max_rejected_share", "must be from 0 to 1");
        }
        return new Ingest(share);
    }

    /** Iceberg's folders need a file system that renames a file in one step, and never onto another: object stores do not. */
    private static Store store(Fields fields) {
        Optional<String> warehouse = fields.text("warehouse");
        if (warehouse.isPresent() && !warehouse.get().matches("hdfs://[^/]*/.+|file:(//)?/.+")) {
            throw fields.invalid(
                    "warehouse", "must be a folder with its file system, as hdfs://host:8020/folder or file:/folder");
        }
        return new Store(warehouse);
    }

    private static Report report(Fields fields) {
        String language = fields.text("language").orElse(Report.ENGLISH);
        if (!language.equals(Report.ENGLISH) && !language.endsWith(".properties")) {
            throw fields.invalid(
                    "language", "must be " + Report.ENGLISH + " or a file of texts that ends in .properties");
        }
        return new Report(
                fields.text("organisation").orElse("Our clinics"),
                fields.text("logo").map(Path::of),
                language,
                practitioners(fields),
                fields.texts("measures").orElse(List.of()),
                sections(fields),
                ReportDates.targets(fields),
                ReportDates.rebases(fields));
    }

    private static boolean practitioners(Fields fields) {
        String practitioners = fields.text("practitioners").orElse("false");
        if (!practitioners.equals("true") && !practitioners.equals("false")) {
            throw fields.invalid("practitioners", "must be true or false");
        }
        return practitioners.equals("true");
    }

    private static List<String> sections(Fields fields) {
        List<String> sections = fields.texts("sections").orElse(List.of());
        sections.stream()
                .filter(section -> !Report.SECTIONS.contains(section))
                .findFirst()
                .ifPresent(section -> {
                    throw fields.invalidItem(
                            "sections", sections.indexOf(section), "must be of " + String.join(", ", Report.SECTIONS));
                });
        return sections;
    }

    private static <E extends Enum<E>> E choice(Fields fields, String key, Class<E> type, E otherwise) {
        return fields.text(key)
                .map(text -> {
                    try {
                        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
                    } catch (IllegalArgumentException unknown) {
                        throw fields.invalid(
                                key,
                                "must be one of "
                                        + List.of(type.getEnumConstants())
                                                .toString()
                                                .toLowerCase(Locale.ROOT));
                    }
                })
                .orElse(otherwise);
    }

    private static YamlNode.Keys nested(String key, String value) {
        Place place = new Place("--set " + key);
        YamlNode node = YamlTree.readAt(place, value);
        String[] parts = key.split("\\.", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            node = new YamlNode.Keys(Map.of(parts[i], new YamlNode.Entry(place, node)), place);
        }
        return (YamlNode.Keys) node;
    }
}
