package physio.outcomes.privacy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;

/** A row as it may be published: every figure of it is shown, blank, or hidden. */
public final class PublishedRow {
    private final List<String> dimensions;
    private final List<ResultColumn> columns;
    private final List<String> key;
    private final List<Figure> figures;
    private final boolean isSuppressed;

    PublishedRow(
            List<String> dimensions,
            List<ResultColumn> columns,
            List<String> key,
            List<Figure> figures,
            boolean isSuppressed) {
        this.dimensions = dimensions;
        this.columns = columns;
        this.key = key;
        this.figures = figures;
        this.isSuppressed = isSuppressed;
    }

    /** What the row is about, by dimension. */
    public String key(String dimension) {
        return key.get(indexOf(dimension, dimensions));
    }

    /** What the row is about, in the order of the table's dimensions. */
    public List<String> key() {
        return key;
    }

    /** The figures in the order of the table's columns; those of a hidden row are blank. */
    public List<Figure> figures() {
        return figures;
    }

    /** Whether the row is hidden, for its own few patients or to protect another. */
    public boolean isSuppressed() {
        return isSuppressed;
    }

    /** A statistic or count; empty when it is blank or hidden. */
    public OptionalDouble number(String column) {
        Figure figure = figure(column);
        if (figure instanceof Figure.Value value) {
            return OptionalDouble.of(value.value());
        }
        return figure instanceof Figure.Count count
                ? OptionalDouble.of((double) count.value())
                : OptionalDouble.empty();
    }

    /** A count; empty when it is blank or hidden. */
    public OptionalLong count(String column) {
        return figure(column) instanceof Figure.Count count ? OptionalLong.of(count.value()) : OptionalLong.empty();
    }

    /** A text; empty when it is blank or hidden. */
    public String text(String column) {
        return figure(column) instanceof Figure.Text text ? text.value() : "";
    }

    private Figure figure(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return figures.get(i);
            }
        }
        throw unknown(column, columns.stream().map(ResultColumn::name).toList());
    }

    private static int indexOf(String name, List<String> names) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw unknown(name, names);
        }
        return at;
    }

    private static IllegalArgumentException unknown(String name, List<String> names) {
        return new IllegalArgumentException("Unknown column '" + name + "' (known: " + names + ")");
    }
}
