package physio.outcomes.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says at one moment: all a reader needs to see the store as it was then.
 *
 * @param deliveries all there ever were, by number
 * @param snapshots of the tables, by name
 */
public record StoreState(List<Delivery> deliveries, Map<String, Long> snapshots) {

    /** The deliveries that no correction has replaced, by number. */
    public List<Delivery> current() {
        Set<Integer> replaced = deliveries.stream()
                .flatMap(delivery -> delivery.replaces().stream())
                .collect(Collectors.toSet());
        return deliveries.stream()
                .filter(delivery -> !replaced.contains(delivery.number()))
                .toList();
    }

    /** Whether a session may stand in several current deliveries, of which the last counts. */
    public boolean hasOverlaps() {
        return current().stream().anyMatch(delivery -> delivery.overlapping() > 0);
    }

    /** The number of the newest delivery, 0 in an empty store. */
    public int lastDelivery() {
        return deliveries.stream().mapToInt(Delivery::number).max().orElse(0);
    }

    /** The number of the newest run, 0 in an empty store. */
    public int lastRun() {
        return deliveries.stream().mapToInt(Delivery::run).max().orElse(0);
    }

    /** The day of the first session. */
    public Optional<LocalDate> firstDate() {
        return current().stream()
                .flatMap(delivery -> delivery.firstDate().stream())
                .min(LocalDate::compareTo);
    }

    /** The day of the last session. */
    public Optional<LocalDate> lastDate() {
        return current().stream()
                .flatMap(delivery -> delivery.lastDate().stream())
                .max(LocalDate::compareTo);
    }

    /** The current deliveries, by number, that brought sessions of a month after an earlier run had brought some of a later month. */
    public List<Integer> lateDeliveries(YearMonth month) {
        int reported = deliveries.stream()
                .filter(delivery -> delivery.lastDate()
                        .filter(last -> YearMonth.from(last).isAfter(month))
                        .isPresent())
                .mapToInt(Delivery::run)
                .min()
                .orElse(Integer.MAX_VALUE);
        return reaching(month).stream()
                .filter(delivery -> delivery.run() > reported)
                .map(Delivery::number)
                .toList();
    }

    /** The current deliveries whose days reach into a month. */
    public List<Delivery> reaching(YearMonth month) {
        return current().stream().filter(delivery -> delivery.mayReach(month)).toList();
    }

    /** By month before one, the late deliveries of it that came with the first sessions of that one or after: unknown to earlier reports. */
    public Map<YearMonth, List<Integer>> lateBefore(YearMonth month) {
        int since = deliveries.stream()
                .filter(delivery -> delivery.mayReach(month))
                .mapToInt(Delivery::run)
                .min()
                .orElse(Integer.MAX_VALUE);
        Set<Integer> news = deliveries.stream()
                .filter(delivery -> delivery.run() >= since)
                .map(Delivery::number)
                .collect(Collectors.toSet());
        Map<YearMonth, List<Integer>> late = new TreeMap<>();
        YearMonth first = firstDate().map(YearMonth::from).orElse(month);
        for (YearMonth earlier = first; earlier.isBefore(month); earlier = earlier.plusMonths(1)) {
            List<Integer> numbers =
                    lateDeliveries(earlier).stream().filter(news::contains).toList();
            if (!numbers.isEmpty()) {
                late.put(earlier, numbers);
            }
        }
        return late;
    }

    /** How many sessions a delivery brought; none of no delivery. */
    long stored(@Nullable Integer number) {
        return deliveries.stream()
                .filter(delivery -> number != null && delivery.number() == number)
                .mapToLong(delivery -> delivery.tally().stored())
                .sum();
    }
}
