package physio.outcomes.store;

import java.io.Serializable;
import java.util.function.Predicate;

/**
 * Which rows a cursor stops at; of the others it reads no more than the choice goes by.
 *
 * @param columns how many of the first columns the choice goes by: the rest is not read yet
 */
public record RowChoice(int columns, Test rows) implements Serializable {
    static final RowChoice ALL = new RowChoice(0, row -> true);

    /** Whether to stop at a row. */
    public interface Test extends Predicate<ColumnCursor>, Serializable {}
}
