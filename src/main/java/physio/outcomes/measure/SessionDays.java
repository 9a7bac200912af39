package physio.outcomes.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.sketch.BloomFilter;
import org.apache.spark.util.sketch.IncompatibleMergeException;
import physio.outcomes.store.ColumnCursor;
import physio.outcomes.store.DataFiles;
import physio.outcomes.store.RowChoice;

/**
 * Up to which day sessions are read, and of whom.
 *
 * @param last day
 * @param recent where only the patients who came of late are wanted: all of theirs, and those of a few others
 */
public record SessionDays(LocalDate last, Optional<Recent> recent) {
    /** Others than the wanted patients who are read with them, and do no harm. */
    private static final double OTHERS = 0.01;

    /**
     * Those who came from a day on.
     *
     * @param files that may have sessions from then to the last day
     */
    public record Recent(LocalDate first, DataFiles files) {}

    /** The rows of data files that are read, for those who read some columns. */
    RowChoice choice(SparkSession spark, SessionColumns columns) {
        int lastDay = day(last);
        if (recent.isEmpty()) {
            return new RowChoice(SessionColumns.LEADING, row -> SessionColumns.day(row) <= lastDay);
        }
        int firstDay = day(recent.orElseThrow().first());
        Broadcast<BloomFilter> patients = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(patients(spark, recent.orElseThrow(), columns));
        return new RowChoice(
                SessionColumns.LEADING,
                row -> SessionColumns.day(row) <= lastDay
                        && (SessionColumns.day(row) >= firstDay
                                || patients.value().mightContainLong(SessionColumns.patient(row))));
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private BloomFilter patients(SparkSession spark, Recent of, SessionColumns columns) {
        int firstDay = day(of.first());
        int lastDay = day(last);
        DataFiles.Reader reader = of.files().reader();
        long most = Math.max(1, of.files().rows());
        spark.sparkContext().setJobDescription("Looking who came of late");
        // A filter a core: each is as large as that of all.
        return of.files()
                .tasks(spark)
                .coalesce(spark.sparkContext().defaultParallelism())
                .mapPartitions(parts -> {
                    BloomFilter own = BloomFilter.create(most, OTHERS);
                    parts.forEachRemaining(part -> {
                        try (ColumnCursor rows =
                                reader.open(part, columns.names().subList(0, SessionColumns.LEADING), Map.of())) {
                            while (rows.next()) {
                                if (SessionColumns.day(rows) >= firstDay && SessionColumns.day(rows) <= lastDay) {
                                    own.putLong(SessionColumns.patient(rows));
                                }
                            }
                        }
                    });
                    return List.of(own).iterator();
                })
                .treeReduce(SessionDays::both);
    }

    private static BloomFilter both(BloomFilter one, BloomFilter other) {
        try {
            return one.mergeInPlace(other);
        } catch (IncompatibleMergeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
