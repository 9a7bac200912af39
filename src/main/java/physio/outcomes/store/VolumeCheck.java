package physio.outcomes.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import physio.outcomes.ingest.FileRule;
import physio.outcomes.ingest.Warning;

/**
 * Compares how much a delivery brought with what its source is used to send: the median of up to 12 deliveries before it, of which
 * there must be 6.
 */
final class VolumeCheck {
    private static final int MOST = 12;
    private static final int FEWEST = 6;
    private static final double TIMES = 3;

    private VolumeCheck() {}

    /** By its number, a warning of each of a run's deliveries that brought less than a third or more than three times the usual. */
    static Map<Integer, Warning> warnings(List<Delivery> delivered, List<Delivery> current) {
        List<Delivery> before = new ArrayList<>(current);
        Map<Integer, Warning> warnings = new TreeMap<>();
        for (Delivery delivery : delivered) {
            before.removeIf(earlier -> delivery.replaces()
                    .filter(replaced -> replaced == earlier.number())
                    .isPresent());
            warning(delivery, before).ifPresent(warning -> warnings.put(delivery.number(), warning));
            before.add(delivery);
        }
        return warnings;
    }

    private static Optional<Warning> warning(Delivery delivery, List<Delivery> before) {
        long[] volumes = before.stream()
                .filter(earlier ->
                        earlier.file().source().equals(delivery.file().source()))
                .mapToLong(earlier -> earlier.tally().stored())
                .toArray();
        if (volumes.length < FEWEST) {
            return Optional.empty();
        }
        int looked = Math.min(MOST, volumes.length);
        long[] last = Arrays.copyOfRange(volumes, volumes.length - looked, volumes.length);
        double median = median(last);
        long stored = delivery.tally().stored();
        if (stored * TIMES >= median && stored <= median * TIMES) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                FileRule.UNUSUAL_VOLUME,
                "",
                String.format(
                        Locale.ROOT,
                        "brought %d records, where the last %d deliveries of its source brought %.0f in the middle:"
                                + " ask whether it is complete, and whether it is one month's",
                        stored,
                        looked,
                        median)));
    }

    private static double median(long[] volumes) {
        Arrays.sort(volumes);
        int middle = volumes.length / 2;
        return volumes.length % 2 == 1 ? volumes[middle] : (volumes[middle - 1] + volumes[middle]) / 2.0;
    }
}
