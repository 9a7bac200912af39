package physio.outcomes.ingest.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which columns of the file have found what they are for, each only once. */
final class Roles {
    private final Map<String, SampleColumn> free = new LinkedHashMap<>();

    Roles(Sample sample) {
        sample.columns().forEach(column -> free.put(column.name(), column));
    }

    /** The free column whose name is one of the canonical column's, the surest first; it stays free until it is taken. */
    Optional<SampleColumn> named(String canonical) {
        return named(canonical, column -> true);
    }

    /** The same among columns that fit. */
    Optional<SampleColumn> named(String canonical, Predicate<SampleColumn> fits) {
        return ColumnNames.of(canonical).stream()
                .flatMap(name -> free.values().stream()
                        .filter(column -> column.words().joined().equals(name)))
                .filter(fits)
                .findFirst();
    }

    /** Says that a column is used, or spoken of. */
    void take(SampleColumn column) {
        free.remove(column.name());
    }

    /** The columns that nobody took, in the order of the file. */
    List<SampleColumn> free() {
        return new ArrayList<>(free.values());
    }
}
