package physio.outcomes.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import physio.outcomes.domain.UserException;

/** Forgets what a store was as of its first deliveries. */
final class Forgetting {
    private final Ledger ledger;
    private final Releases releases;

    Forgetting(Ledger ledger, Releases releases) {
        this.ledger = ledger;
        this.releases = releases;
    }

    /**
     * Forgets the states before one.
     *
     * @throws UserException when the store never was as of that delivery, or one of those before is what a report showed
     */
    void before(int delivery) {
        ledger.state(delivery);
        List<Snapshot> all = ledger.snapshots();
        List<Integer> newest = all.stream().map(ledger::newest).toList();
        int kept = newest.indexOf(delivery) + 1;
        Set<Integer> known = new HashSet<>(newest.subList(0, kept));
        Set<Integer> forgotten = new TreeSet<>(newest.subList(kept, newest.size()));
        forgotten.removeAll(known);
        releases.last().stream()
                .flatMap(release -> release.versions().stream())
                .filter(forgotten::contains)
                .findFirst()
                .ifPresent(needed -> {
                    throw UserException.usage(
                            "What the store was as of delivery " + needed
                                    + " is what a report or export showed, and is needed to tell what has changed since: forget nothing from it on.");
                });
        Set<Long> ids = new HashSet<>();
        ledger.table().snapshots().forEach(snapshot -> ids.add(snapshot.snapshotId()));
        ids.removeAll(
                all.subList(kept, all.size()).stream().map(Snapshot::snapshotId).collect(Collectors.toSet()));
        Snapshots.keep(ledger.table(), ids);
    }
}
