package physio.outcomes.catalogue;

import static physio.outcomes.catalogue.CanonicalColumns.TECHNIQUE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Origin;
import physio.outcomes.catalogue.Mapping.RowNumber;

/** Reads where a canonical column's value comes from. */
final class OriginReader {
    private static final List<String> ORIGINS = List.of("from", "constant", "row", "flags");

    private final Settings settings;

    OriginReader(Settings settings) {
        this.settings = settings;
    }

    Origin origin(String name, Fields fields) {
        List<String> given = ORIGINS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            throw fields.invalid("from", "or one of constant, row, flags must be given, and only one");
        }
        checkPartners(given.get(0), fields);
        return switch (given.get(0)) {
            case "from" -> from(fields);
            case "constant" -> new Constant(nonEmpty(fields));
            case "row" -> row(fields);
            default -> flags(name, fields);
        };
    }

    private static void checkPartners(String origin, Fields fields) {
        for (String key : List.of("aliases", "join", "optional")) {
            if (!origin.equals("from") && fields.has(key)) {
                throw fields.misplaced(key, "goes with from only; remove it");
            }
        }
        for (String key : List.of("yes", "no")) {
            if (!origin.equals("flags") && fields.has(key)) {
                throw fields.misplaced(key, "goes with flags only; remove it");
            }
        }
    }

    private static Origin from(Fields fields) {
        List<String> columns = distinct(fields, "from", new HashSet<>());
        boolean isOptional = fields.flag("optional").orElse(false);
        if (columns.size() == 1) {
            if (fields.has("join")) {
                throw fields.misplaced(
                        "join", "joins several columns, but from names one; name them all or remove join");
            }
            List<String> names = new ArrayList<>(columns);
            if (fields.has("aliases")) {
                names.addAll(distinct(fields, "aliases", new HashSet<>(columns)));
            }
            return new From(List.copyOf(names), isOptional);
        }
        if (fields.has("aliases")) {
            throw fields.misplaced("aliases", "are for one column, but from joins several; remove them");
        }
        return new Joined(columns, fields.text("join").orElse("-"), isOptional);
    }

    private static List<String> distinct(Fields fields, String key, Set<String> taken) {
        List<String> names = fields.texts(key).orElse(List.of());
        if (names.isEmpty() || names.contains("")) {
            throw fields.invalid(key, "must name a column of the file");
        }
        for (int i = 0; i < names.size(); i++) {
            if (!taken.add(names.get(i))) {
                throw fields.invalidItem(key, i, "names the column '" + names.get(i) + "' twice; remove one of both");
            }
        }
        return names;
    }

    private static String nonEmpty(Fields fields) {
        return fields.text("constant")
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> fields.invalid("constant", "must be a value; leave the column out when there is none"));
    }

    private static Origin row(Fields fields) {
        if (!fields.flag("row").orElse(false)) {
            throw fields.invalid("row", "must be true; use from or constant otherwise");
        }
        return new RowNumber();
    }

    private Origin flags(String name, Fields fields) {
        if (!name.equals(TECHNIQUE)) {
            throw fields.misplaced("flags", "is for " + TECHNIQUE + " only; use from");
        }
        if (fields.has("values")) {
            throw fields.misplaced("values", "has nothing to do beside flags; remove it");
        }
        Map<String, String> techniques = techniques(fields);
        Set<String> yes = folded(fields, "yes");
        Set<String> no = fields.has("no") ? folded(fields, "no") : Set.of();
        yes.stream().filter(no::contains).findFirst().ifPresent(both -> {
            throw fields.invalid("no", "holds '" + both + "', which yes holds too; remove it from one of both");
        });
        return new Flags(techniques, yes, no);
    }

    private Map<String, String> techniques(Fields fields) {
        Map<String, String> codes = new LinkedHashMap<>();
        TechniqueNames names = new TechniqueNames(settings);
        fields.textMap("flags")
                .forEach((column, technique) -> codes.put(
                        column,
                        names.code(technique)
                                .orElseThrow(() -> fields.invalidEntry(
                                        "flags", column, AllowedValues.noTechnique(technique, names.names())))));
        if (codes.isEmpty()) {
            throw fields.invalid("flags", "must name columns of the file with the technique of each");
        }
        return codes;
    }

    private static Set<String> folded(Fields fields, String key) {
        Set<String> texts = new LinkedHashSet<>();
        fields.texts(key).orElse(List.of()).forEach(text -> texts.add(TechniqueNames.folded(text)));
        if (texts.isEmpty() || texts.contains("")) {
            throw fields.invalid(
                    key, "must list the texts that mean " + key + ", such as [ja, x]; empty means no by itself");
        }
        return texts;
    }
}
