package physio.outcomes.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What a column of a data file has in some rows that follow each other: numbers. A column is read for all of them before the next is, which is faster than row by row. */
class ColumnValues extends PrimitiveConverter {
    /** So many rows at a time: what is read of all columns stays in the processor's caches. */
    static final int ROWS = 1 << 10;

    private final long[] values = new long[ROWS];
    private final boolean[] isThere = new boolean[ROWS];

    /** That which is being read. */
    private int row;

    /** Says that there is nothing in any row. */
    final void clear() {
        Arrays.fill(isThere, false);
    }

    /**
     * Reads the next rows.
     *
     * @param level that a reader stands at where something is
     * @param wanted by row: what is in the others is passed over
     */
    final void read(ColumnReader reader, int level, boolean[] wanted, int rows) {
        for (row = 0; row < rows; row++) {
            isThere[row] = reader.getCurrentDefinitionLevel() == level;
            if (isThere[row] && wanted[row]) {
                reader.writeCurrentValueToConverter();
            } else if (isThere[row]) {
                reader.skip();
            }
            reader.consume();
        }
    }

    /** Goes over the next rows. */
    static void pass(ColumnReader reader, int level, long rows) {
        for (long i = 0; i < rows; i++) {
            if (reader.getCurrentDefinitionLevel() == level) {
                reader.skip();
            }
            reader.consume();
        }
    }

    final boolean isMissing(int of) {
        return !isThere[of];
    }

    final long value(int of) {
        return values[of];
    }

    final int row() {
        return row;
    }

    final void set(long found) {
        values[row] = found;
    }

    @Override
    public void addInt(int found) {
        set(found);
    }

    @Override
    public void addLong(long found) {
        set(found);
    }

    /** The same of a column of texts. Parquet numbers the texts of a file where few are different: each of these is looked at once, and only if it is asked for. */
    static final class OfTexts extends ColumnValues {
        private static final int UNKNOWN = -1;

        /** The value of a text that has no number. */
        private static final int UNNUMBERED = -1;

        private final ToIntFunction<String> codes;
        private final Map<Binary, Integer> known = new HashMap<>();
        private Binary[] texts = new Binary[0];
        private int[] ofNumbers = new int[0];
        private final Binary[] unnumbered = new Binary[ROWS];

        /** With what gives a text its code, which is not negative. */
        OfTexts(ToIntFunction<String> codes) {
            this.codes = codes;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            texts = new Binary[dictionary.getMaxId() + 1];
            Arrays.setAll(texts, dictionary::decodeToBinary);
            ofNumbers = new int[texts.length];
            Arrays.fill(ofNumbers, UNKNOWN);
        }

        @Override
        public void addValueFromDictionary(int number) {
            set(number);
        }

        @Override
        public void addBinary(Binary text) {
            set(UNNUMBERED);
            unnumbered[row()] = text.copy();
        }

        /** That of the text in a row. */
        int code(int of) {
            int number = (int) value(of);
            if (number == UNNUMBERED) {
                return code(unnumbered[of]);
            }
            if (ofNumbers[number] == UNKNOWN) {
                ofNumbers[number] = code(texts[number]);
            }
            return ofNumbers[number];
        }

        private int code(Binary text) {
            Integer code = known.get(text);
            if (code == null) {
                code = codes.applyAsInt(text.toStringUsingUTF8());
                // With bytes of its own, so that the page which it is read from can go.
                known.put(Binary.fromConstantByteArray(text.getBytes()), code);
            }
            return code;
        }
    }
}
