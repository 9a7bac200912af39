package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;

/**
 * The published tables that a comparison shows. One that was not made has no rows: its part of the page says so or is left out.
 *
 * @param all in the order in which they are written
 */
public record ComparisonTables(List<PublishedTable> all) {

    /** A table by its name, when there is one. */
    Optional<PublishedTable> table(String name) {
        return all.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The rows of a table whose dimensions have the given values; none when there is no such table. */
    List<PublishedRow> rows(String name, Map<String, String> values) {
        return table(name).map(table -> table.where(values).toList()).orElseGet(List::of);
    }

    /** The first such row. */
    Optional<PublishedRow> first(String name, Map<String, String> values) {
        return rows(name, values).stream().findFirst();
    }
}
