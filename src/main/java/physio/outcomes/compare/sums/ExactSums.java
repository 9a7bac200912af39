package physio.outcomes.compare.sums;

import java.util.Arrays;
import java.util.Map;

/** Addition of whole numbers that fails rather than overflows. */
final class ExactSums {
    private ExactSums() {}

    /** Adds terms to sums, place by place. */
    static void add(long[] sums, long... terms) {
        Arrays.setAll(sums, i -> Math.addExact(sums[i], terms[i]));
    }

    /** Adds the sums of each key to those of the same key. */
    static void merge(Map<Integer, long[]> into, Map<Integer, long[]> from) {
        from.forEach((key, terms) -> add(into.computeIfAbsent(key, none -> new long[terms.length]), terms));
    }
}
