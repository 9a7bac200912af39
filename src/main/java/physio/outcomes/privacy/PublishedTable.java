package physio.outcomes.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import physio.outcomes.domain.ResultColumn;

/** A table as it may be published. Only this package makes one: what reports draw has been protected. */
public final class PublishedTable {
    private final String name;
    private final List<String> dimensions;
    private final List<ResultColumn> columns;
    private final List<PublishedRow> rows;
    /** By the value of the first dimension, mostly the clinic: a page of one of many need not look through the rows of all. */
    private final Map<String, List<PublishedRow>> byFirst;

    PublishedTable(String name, List<String> dimensions, List<ResultColumn> columns, List<PublishedRow> rows) {
        this.name = name;
        this.dimensions = dimensions;
        this.columns = columns;
        this.rows = rows;
        this.byFirst =
                rows.stream().collect(Collectors.groupingBy(row -> row.key().get(0)));
    }

    /** The file's name without ending. */
    public String name() {
        return name;
    }

    /** Names of the columns that say what a row is about. */
    public List<String> dimensions() {
        return dimensions;
    }

    /** The columns of figures. */
    public List<ResultColumn> columns() {
        return columns;
    }

    /** The rows in their order. */
    public List<PublishedRow> rows() {
        return rows;
    }

    /** The rows whose dimensions have the given values. */
    public Stream<PublishedRow> where(Map<String, String> values) {
        String first = values.get(dimensions.get(0));
        List<PublishedRow> candidates = first == null ? rows : byFirst.getOrDefault(first, List.of());
        // Looked up once and not for each of thousands of rows.
        int[] places = values.keySet().stream().mapToInt(this::place).toArray();
        List<String> asked = List.copyOf(values.values());
        return candidates.stream().filter(row -> matches(row.key(), places, asked));
    }

    private int place(String dimension) {
        int place = dimensions.indexOf(dimension);
        if (place < 0) {
            throw new IllegalArgumentException("Unknown column '" + dimension + "' (known: " + dimensions + ")");
        }
        return place;
    }

    private static boolean matches(List<String> key, int[] places, List<String> asked) {
        for (int i = 0; i < places.length; i++) {
            if (!key.get(places[i]).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first such row. */
    public Optional<PublishedRow> first(Map<String, String> values) {
        return where(values).findFirst();
    }

    /** The table with only those rows, for instance a clinic's. */
    public PublishedTable only(Map<String, String> values) {
        return new PublishedTable(name, dimensions, columns, where(values).toList());
    }
}
