package physio.outcomes.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import physio.outcomes.domain.UserException;

/**
 * What a ledger snapshot says beside its rows.
 *
 * @param format of the store
 * @param snapshots of the other tables, by name
 * @param newest the number of the newest delivery of the state
 * @param last the highest numbers ever given
 */
record LedgerSummary(int format, Map<String, Long> snapshots, int newest, Numbers last) {
    /** What this program writes. Format 2 knows of erased patients, whom a program of format 1 would take in again. */
    static final int FORMAT = 2;

    private static final String FORMAT_KEY = "outcomes.format";
    private static final String SNAPSHOT = "outcomes.snapshot.";
    private static final String NEWEST = "outcomes.newest-delivery";
    private static final String LAST_DELIVERY = "outcomes.last-delivery";
    private static final String LAST_RUN = "outcomes.last-run";
    private static final String ERASED = "outcomes.erased-patients";

    /**
     * The highest numbers ever given, also to what the store went back behind: a number that was read on a report never means something else.
     *
     * @param erased how many patients were erased: so many the list of them has at least
     */
    record Numbers(int delivery, int run, int erased) {
        static final Numbers NONE = new Numbers(0, 0, 0);

        Numbers orHigher(Numbers other) {
            return new Numbers(
                    Math.max(delivery, other.delivery), Math.max(run, other.run), Math.max(erased, other.erased));
        }

        Numbers withErased(int patients) {
            return new Numbers(delivery, run, patients);
        }
    }

    /** The format of a snapshot's store, which may be one that is not known here. */
    static int format(Snapshot snapshot) {
        return number(snapshot, FORMAT_KEY).orElse(0);
    }

    /**
     * Checks that this program can read a store.
     *
     * @throws UserException when a newer one wrote it
     */
    static void checkKnown(Snapshot current) {
        if (format(current) > FORMAT) {
            throw UserException.store("The store has format " + format(current) + " and this program knows up to "
                    + FORMAT + ": use the newer version that wrote it.");
        }
    }

    /**
     * Checks that this program may write to a store.
     *
     * @throws UserException when another version wrote it
     */
    static void checkWritable(Snapshot current) {
        checkKnown(current);
        if (format(current) < FORMAT) {
            throw UserException.store("The store has the older format " + format(current)
                    + ": this program reads it, and writes to it after 'upgrade', which can be undone.");
        }
    }

    /** The snapshots of other tables that one names. */
    static Map<String, Long> named(Snapshot snapshot) {
        Map<String, Long> snapshots = new TreeMap<>();
        Tables.NAMED.forEach(
                name -> snapshots.put(name, Long.valueOf(snapshot.summary().get(SNAPSHOT + name))));
        return snapshots;
    }

    /** The snapshots of one table that some name, in their order. */
    static List<Long> named(List<Snapshot> states, String table) {
        return states.stream()
                .map(state -> Objects.requireNonNull(named(state).get(table)))
                .toList();
    }

    /** The number of the newest delivery; snapshots of early versions do not say. */
    static Optional<Integer> newest(Snapshot snapshot) {
        return number(snapshot, NEWEST);
    }

    /** The highest numbers ever given; snapshots of early versions do not say. */
    static Optional<Numbers> last(Snapshot snapshot) {
        return number(snapshot, LAST_DELIVERY)
                .map(delivery -> new Numbers(
                        delivery,
                        number(snapshot, LAST_RUN).orElse(0),
                        number(snapshot, ERASED).orElse(0)));
    }

    private static Optional<Integer> number(Snapshot snapshot, String key) {
        return Optional.ofNullable(Objects.requireNonNull(snapshot.summary()).get(key))
                .map(Integer::valueOf);
    }

    /** Lets a snapshot that is about to be made say it. */
    <T extends SnapshotUpdate<T>> T on(T update) {
        snapshots.forEach((name, id) -> update.set(SNAPSHOT + name, String.valueOf(id)));
        return update.set(FORMAT_KEY, String.valueOf(format))
                .set(NEWEST, String.valueOf(newest))
                .set(LAST_DELIVERY, String.valueOf(last.delivery()))
                .set(LAST_RUN, String.valueOf(last.run()))
                .set(ERASED, String.valueOf(last.erased()));
    }
}
