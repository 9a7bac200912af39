package physio.outcomes.store;

/** Goes over rows, and tells some columns of the one that it stands at; columns are known by their place, from 0. */
public interface ColumnCursor extends AutoCloseable {

    /** Goes to the next row, at first to the first; false when there is none. */
    boolean next();

    /** Whether the row has nothing in a column. */
    boolean isMissing(int column);

    /** What is in a column of numbers, keys or dates, these in days since 1970-01-01; unspecified where nothing is. */
    long number(int column);

    /** The code of what is in a column of texts; unspecified where nothing is. */
    int code(int column);

    /** Lets go of what it reads. */
    @Override
    void close();
}
