package physio.outcomes.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.privacy.PublishedTable;

/**
 * What the columns of published tables mean: {@code tables/dictionary.csv}, such as
 *
 * <pre>
 * table,column,meaning,unit_or_kind
 * flow,n_patients,Distinct patients,patients
 * </pre>
 *
 * <p>A meaning is found by {@code table.column}, else by {@code column}, else by {@code table.*} for columns that settings name.
 */
public final class DataDictionary {
    /** The names of what stands in a line of it. */
    public static final List<String> HEADER = List.of("table", "column", "meaning", "unit_or_kind");

    /** What columns of figures hold. */
    public enum Kind {
        /** Words, or numbers within words. */
        WORDS,
        /** Whole numbers of things. */
        COUNT,
        /** Numbers that are worked out. */
        STATISTIC
    }

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setRecordSeparator('\n')
            .get();

    private static final DataDictionary DICTIONARY = new DataDictionary();

    private final Map<String, Entry> entries = new HashMap<>();

    private DataDictionary() {
        try (InputStream stream = Objects.requireNonNull(DataDictionary.class.getResourceAsStream("/dictionary.csv"));
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (CSVRecord line : FORMAT.parse(reader)) {
                entries.put(line.get("column"), new Entry(line.get("meaning"), line.get("unit_or_kind")));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a column means. */
    record Entry(String meaning, String unit) {}

    /** The dictionary of some tables as CSV, each column of each table a line. */
    public static String csv(List<PublishedTable> tables) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(HEADER);
            printer.printRecords(lines(tables));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** The same lines without their header. */
    public static List<List<String>> lines(List<PublishedTable> tables) {
        return tables.stream()
                .flatMap(table -> columns(table).stream().map(column -> {
                    Entry entry = DICTIONARY.entry(table.name(), column).orElse(new Entry("", ""));
                    return List.of(table.name(), column, entry.meaning(), entry.unit());
                }))
                .toList();
    }

    /** What a column of figures holds, whatever its values are. */
    public static Kind kind(String table, ResultColumn column) {
        boolean isText = DICTIONARY
                .entry(table, column.name())
                .filter(entry -> entry.unit().equals("text"))
                .isPresent();
        return switch (column.role()) {
            case TEXT -> Kind.WORDS;
            case ADDITIVE_COUNT, PATIENTS, NUMERATOR, RECORDED, OPEN -> Kind.COUNT;
            case RATE, AGAINST_REFERENCE, MEAN, SPREAD, QUANTILE -> isText ? Kind.WORDS : Kind.STATISTIC;
        };
    }

    /** Those without a meaning, as {@code table.column}. */
    static List<String> unexplained(List<PublishedTable> tables) {
        return tables.stream()
                .flatMap(table -> columns(table).stream()
                        .filter(column -> DICTIONARY
                                .entry(table.name(), column)
                                .filter(entry -> !entry.meaning().isBlank()
                                        && !entry.unit().isBlank())
                                .isEmpty())
                        .map(column -> table.name() + "." + column))
                .toList();
    }

    private static List<String> columns(PublishedTable table) {
        List<String> columns = new ArrayList<>(table.dimensions());
        table.columns().stream().map(ResultColumn::name).forEach(columns::add);
        columns.add("suppressed");
        return columns;
    }

    private Optional<Entry> entry(String table, String column) {
        return Stream.of(table + "." + column, column, table + ".*")
                .flatMap(name -> Optional.ofNullable(entries.get(name)).stream())
                .findFirst();
    }
}
