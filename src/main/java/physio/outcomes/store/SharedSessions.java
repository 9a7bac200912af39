package physio.outcomes.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import physio.outcomes.ingest.SharedBy;

/** How many sessions a new delivery has in common with each earlier one. */
final class SharedSessions {
    private final Map<SharedBy, Long> counts = new TreeMap<>();

    void add(Map<SharedBy, Long> more) {
        more.forEach((both, count) -> counts.merge(both, count, Long::sum));
    }

    /** Sessions that a delivery shares with an earlier one. */
    long between(int later, int earlier) {
        return counts.getOrDefault(new SharedBy(later, earlier), 0L);
    }

    /** Sessions that a delivery shares with those earlier ones that count; one in three deliveries counts twice. */
    long withEarlier(int later, IntPredicate isCounting) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().later() == later
                        && isCounting.test(entry.getKey().earlier()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
