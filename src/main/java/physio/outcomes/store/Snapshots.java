package physio.outcomes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** What a table remembers of its past. */
final class Snapshots {
    private Snapshots() {}

    /** Lets a table forget all snapshots but some; their files stay on disk. */
    static void keep(Table table, Set<Long> kept) {
        // By their numbers alone: left to itself, Iceberg would forget what is older than five days.
        ExpireSnapshots expire =
                table.expireSnapshots().expireOlderThan(0).cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
        List<Long> unnamed = new ArrayList<>();
        for (Snapshot snapshot : table.snapshots()) {
            if (!kept.contains(snapshot.snapshotId())) {
                unnamed.add(snapshot.snapshotId());
            }
        }
        unnamed.forEach(expire::expireSnapshotId);
        if (!unnamed.isEmpty()) {
            expire.commit();
        }
    }
}
