package physio.outcomes.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The codes of Spark's own texts, which are copied when they are new: a row's are overwritten by the next row's. A few values stand
 * where their first letters say, since hashing all letters of every row takes longer than anything else that is done with it.
 */
final class TextCodes {
    private static final int LOG_PLACES = 6;
    private static final int PLACES = 1 << LOG_PLACES;

    private final ToIntFunction<String> numbered;
    private final Map<UTF8String, Integer> all = new HashMap<>();
    private final @Nullable UTF8String[] texts = new UTF8String[PLACES];
    private final int[] codes = new int[PLACES];

    /** By what numbers new texts. */
    TextCodes(ToIntFunction<String> numbered) {
        this.numbered = numbered;
    }

    int of(UTF8String text) {
        long start = text.getPrefix() + text.numBytes();
        int place = (int) ((start * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - LOG_PLACES));
        UTF8String there = texts[place];
        if (there != null && there.equals(text)) {
            return codes[place];
        }
        UTF8String own = text.clone();
        int code = all.computeIfAbsent(own, added -> numbered.applyAsInt(added.toString()));
        texts[place] = own;
        codes[place] = code;
        return code;
    }
}
