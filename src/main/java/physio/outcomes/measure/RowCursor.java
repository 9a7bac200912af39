package physio.outcomes.measure;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import physio.outcomes.store.ColumnCursor;

/** Goes over Spark's rows as it holds them, since turning millions of rows into objects takes longer than all statistics. */
final class RowCursor implements ColumnCursor {
    private final Iterator<InternalRow> rows;
    private final boolean[] isLong;
    private final TextCodes[] texts;
    private InternalRow row = InternalRow.empty();

    /**
     * Over rows.
     *
     * @param columns of them
     * @param codes of those that hold texts, what gives each text its code
     */
    RowCursor(Iterator<InternalRow> rows, List<StructField> columns, Map<String, ToIntFunction<String>> codes) {
        this.rows = rows;
        this.isLong = new boolean[columns.size()];
        this.texts = new TextCodes[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            StructField column = columns.get(i);
            isLong[i] = column.dataType().equals(DataTypes.LongType);
            texts[i] =
                    new TextCodes(Optional.ofNullable(codes.get(column.name())).orElse(RowCursor::refuse));
        }
    }

    private static int refuse(String text) {
        throw new NoSuchElementException("No text is expected in a column of numbers");
    }

    @Override
    public boolean next() {
        boolean isThere = rows.hasNext();
        row = isThere ? rows.next() : row;
        return isThere;
    }

    @Override
    public boolean isMissing(int column) {
        return row.isNullAt(column);
    }

    @Override
    public long number(int column) {
        return isLong[column] ? row.getLong(column) : row.getInt(column);
    }

    @Override
    public int code(int column) {
        return texts[column].of(row.getUTF8String(column));
    }

    @Override
    public void close() {
        // Spark lets go of what its rows come from.
    }
}
