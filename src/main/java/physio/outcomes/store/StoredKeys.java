package physio.outcomes.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import scala.Tuple2;

/** The keys of the sessions that the store holds, read file by file in tasks. */
final class StoredKeys implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The keys of the sessions in this much text are compared in one task: some hundred thousand. */
    private static final long BUCKET_BYTES = 32L << 20;
    /** How much text a gzipped byte holds, about. */
    private static final long UNPACKED_TIMES = 8;

    private static final long MOST_BUCKETS = 4096;

    private final Table sessions;
    private final List<String> files;
    private final Set<Integer> current;
    private final int buckets;

    /** The keys of a state's deliveries, put into as many buckets as they and those of new files need. */
    static StoredKeys of(Table sessions, StoreState state, List<PlannedFile> added) {
        long text = Stream.concat(
                        state.current().stream().map(Delivery::file),
                        added.stream().map(PlannedFile::file))
                .mapToLong(file -> file.bytes() * (file.name().endsWith(".gz") ? UNPACKED_TIMES : 1))
                .sum();
        return new StoredKeys(sessions, state, (int) Math.min(MOST_BUCKETS, 2 + text / BUCKET_BYTES));
    }

    private StoredKeys(Table sessions, StoreState state, int buckets) {
        this.sessions = SerializableTable.copyOf(sessions);
        this.files = files(sessions, state);
        this.current = state.current().stream().map(Delivery::number).collect(Collectors.toSet());
        this.buckets = buckets;
    }

    private static List<String> files(Table sessions, StoreState state) {
        List<String> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks = sessions.newScan()
                .useSnapshot(Objects.requireNonNull(state.snapshots().get(Tables.SESSIONS)))
                .planFiles()) {
            tasks.forEach(task -> files.add(task.file().location()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        files.sort(null);
        return files;
    }

    int buckets() {
        return buckets;
    }

    /** Where the data files are, in order. */
    List<String> files() {
        return files;
    }

    /** The keys in a data file. */
    List<Tuple2<Integer, StagedPiece>> read(String file) {
        Map<Integer, KeyLists> byDelivery = new TreeMap<>();
        DataFileRows.forEach(sessions, file, sessions.schema().select("delivery", "session_key"), row -> {
            Integer delivery = (Integer) row.getField("delivery");
            if (current.contains(delivery)) {
                byDelivery
                        .computeIfAbsent(delivery, number -> new KeyLists(buckets))
                        .add((byte[]) row.getField("session_key"));
            }
        });
        return byDelivery.entrySet().stream()
                .flatMap(keys -> keys.getValue().pieces(keys.getKey()))
                .toList();
    }
}
