package physio.outcomes.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import physio.outcomes.catalogue.Mapping.Column;
import physio.outcomes.catalogue.Mapping.Csv;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Origin;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.UserException;

/** Reads a {@link Mapping} and checks all of it: what is said here of a key is not found out from records later. */
public final class MappingReader {
    private MappingReader() {}

    /** The mapping of a file that is canonical already: each column by its own name, the optional ones when present. */
    public static Mapping canonical(Settings settings) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : CanonicalColumns.names(settings)) {
            columns.put(name, Column.of(new From(List.of(name), !CanonicalColumns.REQUIRED.contains(name))));
        }
        return new Mapping(Csv.CANONICAL, Map.of(), columns, Set.of(), false);
    }

    /**
     * Reads and checks a mapping.
     *
     * @param text a mapping as YAML
     * @param name what messages call it
     * @param settings the measures whose columns may be mapped, and the techniques and regions that there are
     * @throws UserException when a key or value is wrong: it names file, line and column
     */
    public static Mapping parse(String text, String name, Settings settings) {
        Fields fields = new Fields(YamlTree.read(text, name), "");
        checkColumnNames(fields, settings);
        Mapping mapping = mapping(fields, settings);
        fields.rejectUnknown();
        checkComplete(mapping, name);
        checkIgnored(mapping, fields);
        return mapping;
    }

    private static Mapping mapping(Fields fields, Settings settings) {
        Set<String> ignored = new LinkedHashSet<>(fields.texts("ignore").orElse(List.of()));
        boolean isIgnoringOthers = ignored.remove("*");
        ColumnReader columns = new ColumnReader(settings);
        return new Mapping(
                fields.section("csv", CsvReader::csv).orElse(Csv.CANONICAL),
                fields.section("where", MappingReader::where).orElse(Map.of()),
                fields.entries("columns", columns::column),
                ignored,
                isIgnoringOthers);
    }

    private static Map<String, Set<String>> where(Fields fields) {
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        for (String column : fields.keys()) {
            Set<String> values = Set.copyOf(fields.texts(column).orElse(List.of()));
            if (values.isEmpty() || values.contains("")) {
                throw fields.invalid(column, "must list the values whose rows are kept, such as [\"1\"]");
            }
            kept.put(column, values);
        }
        return kept;
    }

    private static void checkColumnNames(Fields fields, Settings settings) {
        List<String> known = CanonicalColumns.names(settings);
        Fields columns = fields.at("columns");
        columns.keys().stream()
                .filter(column -> !known.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw UserException.usage("Unknown canonical column '" + column + "' at "
                            + columns.keyPlace(column).text() + NearestName.hint(column, known)
                            + " A score column needs its measure in the settings.");
                });
    }

    private static void checkComplete(Mapping mapping, String file) {
        CanonicalColumns.REQUIRED.stream()
                .filter(name -> !mapping.columns().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw UserException.usage("Incomplete mapping " + file + ": the needed column '" + name
                            + "' is not mapped; add it below columns.");
                });
    }

    private static void checkIgnored(Mapping mapping, Fields fields) {
        List<String> ignored = fields.texts("ignore").orElse(List.of());
        mapping.columns().forEach((name, column) -> {
            for (String used : columnsOf(column.origin())) {
                if (ignored.contains(used)) {
                    throw fields.invalidItem(
                            "ignore",
                            ignored.indexOf(used),
                            "names '" + used + "', which " + name + " is made from; remove it from one of both");
                }
            }
        });
    }

    /** All columns of a file that an origin names. */
    private static List<String> columnsOf(Origin origin) {
        if (origin instanceof From from) {
            return from.names();
        }
        if (origin instanceof Joined joined) {
            return joined.columns();
        }
        return origin instanceof Flags flags
                ? new ArrayList<>(flags.techniques().keySet())
                : List.of();
    }
}
