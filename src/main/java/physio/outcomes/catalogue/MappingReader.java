package physio.outcomes.catalogue;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import physio.outcomes.catalogue.Mapping.Column;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.Csv;
import physio.outcomes.catalogue.Mapping.DateForm;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.Origin;
import physio.outcomes.catalogue.Mapping.Pattern;
import physio.outcomes.catalogue.Mapping.RowNumber;
import physio.outcomes.domain.NearestName;
import physio.outcomes.domain.UserException;

/** Reads a {@link Mapping} and checks it against the canonical columns. */
public final class MappingReader {
    private MappingReader() {}

    /** The mapping of a file that is canonical already: each column by its own name, the optional ones when present. */
    public static Mapping canonical(Settings settings) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : CanonicalColumns.names(settings)) {
            columns.put(name, Column.of(new From(List.of(name), "", !CanonicalColumns.REQUIRED.contains(name))));
        }
        return new Mapping(Csv.CANONICAL, Map.of(), columns, Set.of(), false);
    }

    /**
     * Reads and checks a mapping.
     *
     * @param text a mapping as YAML
     * @param name what messages call it
     * @param settings the measures whose columns may be mapped
     * @throws UserException when a key or value is wrong
     */
    public static Mapping parse(String text, String name, Settings settings) {
        Fields fields = new Fields(YamlTree.read(text, name), "");
        Mapping mapping = mapping(fields);
        fields.rejectUnknown();
        checkColumns(mapping, settings, name);
        return mapping;
    }

    private static Mapping mapping(Fields fields) {
        Set<String> ignored = new LinkedHashSet<>(fields.texts("ignore").orElse(List.of()));
        boolean isIgnoringOthers = ignored.remove("*");
        return new Mapping(
                fields.section("csv", MappingReader::csv).orElse(Csv.CANONICAL),
                fields.section("where", MappingReader::where).orElse(Map.of()),
                fields.entries("columns", MappingReader::column),
                ignored,
                isIgnoringOthers);
    }

    private static Csv csv(Fields fields) {
        return new Csv(
                character(fields, "delimiter").orElse(','),
                charset(fields),
                character(fields, "decimal").orElse('.'),
                fields.integer("skip_lines").orElse(0),
                Set.copyOf(fields.texts("missing").orElse(List.of())));
    }

    private static Optional<Character> character(Fields fields, String key) {
        return fields.text(key).map(text -> {
            if (text.length() != 1) {
                throw fields.invalid(key, "must be one character");
            }
            return text.charAt(0);
        });
    }

    private static Charset charset(Fields fields) {
        try {
            return Charset.forName(fields.text("charset").orElse("UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw fields.invalid("charset", "must be a character set that Java knows, such as UTF-8 or windows-1252");
        }
    }

    private static Map<String, Set<String>> where(Fields fields) {
        Map<String, Set<String>> kept = new LinkedHashMap<>();
        for (String column : fields.keys()) {
            kept.put(column, Set.copyOf(fields.texts(column).orElse(List.of())));
        }
        return kept;
    }

    private static Column column(String name, Fields fields) {
        return new Column(
                origin(fields),
                Set.copyOf(fields.texts("missing").orElse(List.of())),
                fields.textMap("values"),
                dateForm(fields),
                fields.decimal("scale"),
                fields.integer("band").map(width -> positive(fields, width)));
    }

    private static Integer positive(Fields fields, Integer width) {
        if (width < 1) {
            throw fields.invalid("band", "must be at least 1");
        }
        return width;
    }

    private static Origin origin(Fields fields) {
        Optional<Origin> from = fields.texts("from")
                .map(columns -> new From(
                        columns,
                        fields.text("join").orElse("-"),
                        fields.flag("optional").orElse(false)));
        Optional<Origin> constant = fields.text("constant").map(Constant::new);
        Optional<Origin> row = fields.flag("row").filter(isRow -> isRow).map(isRow -> new RowNumber());
        List<Origin> given =
                List.of(from, constant, row).stream().flatMap(Optional::stream).toList();
        if (given.size() != 1) {
            throw fields.invalid("from", "or one of constant, row must be given, and only one");
        }
        return given.get(0);
    }

    private static Optional<DateForm> dateForm(Fields fields) {
        Optional<DateForm> pattern = fields.text("format").map(text -> {
            try {
                // uuuu, not yyyy: the strict resolver wants an era with the latter.
                return new Pattern(DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
            } catch (IllegalArgumentException malformed) {
                throw fields.invalid("format", "must be a date pattern such as dd.MM.yyyy");
            }
        });
        Optional<DateForm> offset = fields.text("origin").map(text -> new Offset(day(fields, text), unit(fields)));
        return pattern.or(() -> offset);
    }

    private static LocalDate day(Fields fields, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw fields.invalid("origin", "must be a date as YYYY-MM-DD");
        }
    }

    private static ChronoUnit unit(Fields fields) {
        return switch (fields.text("unit").orElse("days")) {
            case "days" -> ChronoUnit.DAYS;
            case "weeks" -> ChronoUnit.WEEKS;
            default -> throw fields.invalid("unit", "must be days or weeks");
        };
    }

    private static void checkColumns(Mapping mapping, Settings settings, String file) {
        List<String> known = CanonicalColumns.names(settings);
        for (String column : mapping.columns().keySet()) {
            if (!known.contains(column)) {
                throw UserException.usage("Unknown canonical column '" + column + "' in " + file
                        + NearestName.hint(column, known)
                        + " A score column needs its measure in the settings.");
            }
        }
        CanonicalColumns.REQUIRED.stream()
                .filter(name -> !mapping.columns().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw UserException.usage(
                            "Incomplete mapping " + file + ": the needed column '" + name + "' is not mapped.");
                });
    }
}
