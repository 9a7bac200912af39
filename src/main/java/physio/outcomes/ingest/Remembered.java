package physio.outcomes.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What texts came to, worked out once each: columns repeat few values by the million. The number and the length of what is kept are
 * bounded, so that no file can fill the memory.
 */
final class Remembered<V> {
    private static final int LONGEST = 64;

    private final int most;
    private final Function<String, V> work;
    private final Map<String, V> known = new HashMap<>();

    Remembered(int most, Function<String, V> work) {
        this.most = most;
        this.work = work;
    }

    V of(String text) {
        V value = known.get(text);
        if (value == null) {
            value = work.apply(text);
            if (known.size() < most && text.length() <= LONGEST) {
                known.put(text, value);
            }
        }
        return value;
    }
}
