package physio.outcomes.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What a column of a data file has in the row at hand: a number. */
class ColumnCell extends PrimitiveConverter {
    private boolean isMissing = true;
    private long value;

    /** Says that there is nothing. */
    final void clear() {
        isMissing = true;
    }

    final boolean isMissing() {
        return isMissing;
    }

    final long value() {
        return value;
    }

    final void set(long found) {
        isMissing = false;
        value = found;
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
    static final class OfTexts extends ColumnCell {
        private static final int UNKNOWN = -1;

        /** The value of a text that has no number. */
        private static final int UNNUMBERED = -1;

        private final ToIntFunction<String> codes;
        private final Map<Binary, Integer> known = new HashMap<>();
        private Binary[] texts = new Binary[0];
        private int[] ofNumbers = new int[0];
        private Binary unnumbered = Binary.EMPTY;

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
            unnumbered = text;
        }

        /** That of the text in the row at hand. */
        int code() {
            int number = (int) value();
            if (number == UNNUMBERED) {
                return code(unnumbered);
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
