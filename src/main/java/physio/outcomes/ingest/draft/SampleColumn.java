package physio.outcomes.ingest.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One column of the sample.
 *
 * @param name as the header writes it
 * @param words of the name
 * @param values in the order of the rows, missing ones left out
 */
record SampleColumn(String name, Words words, List<String> values) {

    static SampleColumn of(String name, List<String> values) {
        return new SampleColumn(name, Words.of(name), values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether there are values, and each is so. */
    boolean all(Predicate<String> test) {
        return !values.isEmpty() && values.stream().allMatch(test);
    }

    long count(Predicate<String> test) {
        return values.stream().filter(test).count();
    }

    /** Whether one value in twenty at most comes again: records do come twice. */
    boolean isMostlyUnique() {
        return values.stream().distinct().count() * 20 >= values.size() * 19L;
    }

    /** Distinct values with how often they come, the most frequent first, then in code-point order. */
    List<Map.Entry<String, Long>> distinct() {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** How many, for a comment: {@code 3 of 120 values}. */
    String share(long count) {
        return String.format(Locale.ROOT, "%,d of %,d values", count, values.size());
    }
}
