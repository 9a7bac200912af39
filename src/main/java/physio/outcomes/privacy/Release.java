package physio.outcomes.privacy;

import java.util.List;

/** Tables that are published together: protected together, and audited against one another. */
public final class Release {
    private final List<PublishedTable> tables;
    private final DisclosureStatement statement;

    Release(List<PublishedTable> tables, DisclosureStatement statement) {
        this.tables = tables;
        this.statement = statement;
    }

    /** The tables in the order in which they were given. */
    public List<PublishedTable> tables() {
        return tables;
    }

    /** One of the tables. */
    public PublishedTable table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown table '" + name + "'"));
    }

    /** What was hidden, and how well it is. */
    public DisclosureStatement statement() {
        return statement;
    }
}
