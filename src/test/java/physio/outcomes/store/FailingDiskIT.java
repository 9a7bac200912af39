package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import physio.outcomes.SparkTest;
import physio.outcomes.store.FailingDisk.Fault;

/** Whatever happens to the disk while a store is changed: readers see all of the change or nothing, and made again it comes to the same. */
@ExtendWith(SparkTest.class)
class FailingDiskIT {
    /** Operations of each change at which each fault is tried; all of them in the profile {@code thorough}. */
    private static final int POINTS = Integer.getInteger("disk.points", 12);

    private static final Set<Fault> FAULTS = EnumSet.complementOf(EnumSet.of(Fault.NONE));

    private static final String MAY = csv("s1 2024-05-01 7", "s2 2024-05-08 6", "s3 2024-05-20 4");
    private static final String JUNE = csv("s4 2024-06-02 5", "s5 2024-06-03 2 p2", "s6 2024-06-04 1");
    private static final String JULY = csv(Stream.concat(
                    Stream.of("s3 2024-06-12 5", "sx 2024-06-11 x p2"),
                    IntStream.range(7, 33).mapToObj(number -> "s" + number + " 2024-06-13 " + number % 10))
            .toArray(String[]::new));

    private final TestStore store;
    private final Path kept;
    private final List<String> violations = new ArrayList<>();

    FailingDiskIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
        this.kept = folder.resolve("kept");
    }

    private Seen seen() {
        return store.plain().seen();
    }

    /** What changes a store. */
    private enum Change {
        CORRECTION,
        RESTORATION,
        COMPACTION,
        ERASURE
    }

    private void make(Change change) {
        switch (change) {
            case CORRECTION -> store.ingest();
            case RESTORATION -> store.upkeep().restore(Optional.of(1));
            case COMPACTION -> store.upkeep().compact(Optional.empty());
            case ERASURE -> store.upkeep().erase("clinics", "p2", false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsSeenAsAWholeOrNotAtAll(Change change) throws IOException {
        store.inbox("may.csv", MAY).ingest();
        store.inbox("june.csv", JUNE).ingest();
        store.split(2);
        store.inbox("may.csv", csv("s1 2024-05-01 8", "s2 2024-05-08 6"), "july.csv", JULY);
        FileUtils.copyDirectory(store.folder().toFile(), kept.toFile());
        Seen before = seen();
        try (FailingDisk disk = new FailingDisk()) {
            make(change);
            Map<Fault, Integer> operations = new EnumMap<>(Fault.class);
            FAULTS.forEach(fault -> operations.put(fault, disk.operations(fault)));
            Seen after = seen();
            assertThat(after.equals(before)).isEqualTo(change == Change.COMPACTION);
            assertThat(operations.values()).allMatch(number -> number > 30);
            for (Map.Entry<Fault, Integer> fault : operations.entrySet()) {
                for (int point = 0; point < fault.getValue(); point += Math.max(1, fault.getValue() / POINTS)) {
                    putBack();
                    disk.failAt(fault.getKey(), point);
                    check(fault.getKey() + " at " + point, change, disk, List.of(before, after));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    private void check(String what, Change change, FailingDisk disk, List<Seen> beforeAndAfter) {
        boolean isDone = isDone(change);
        disk.mend();
        Seen after = beforeAndAfter.get(1);
        if (!(isDone ? List.of(after) : beforeAndAfter).contains(seen())) {
            violations.add(what + (isDone ? ", acknowledged: " : ": ") + seen());
        }
        make(change);
        if (!seen().equals(after)) {
            violations.add(what + ", then again: " + seen());
        }
    }

    private boolean isDone(Change change) {
        try {
            make(change);
            return true;
        } catch (Exception failed) {
            // Spark throws checked exceptions that it does not declare.
            return false;
        }
    }

    private void putBack() throws IOException {
        FileUtils.deleteDirectory(store.folder().toFile());
        FileUtils.copyDirectory(kept.toFile(), store.folder().toFile());
    }
}
