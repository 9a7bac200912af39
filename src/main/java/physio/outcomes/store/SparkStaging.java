package physio.outcomes.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import physio.outcomes.ingest.PartId;
import physio.outcomes.ingest.PartOfFile;
import physio.outcomes.ingest.Verdicts;
import scala.Tuple2;

/**
 * Reads with Spark: each part in a task, then the keys of all sessions together, by bucket,
 * and once more those parts of which a session turned out to come again elsewhere in its file.
 */
final class SparkStaging implements Staging {
    private final JavaSparkContext spark;
    private final PartTask task;
    private final StoredKeys stored;
    private final int buckets;
    private final Consumer<String> progress;
    private final Map<PartId, StagedPart> parts = new TreeMap<>();
    private final SharedSessions shared = new SharedSessions();

    SparkStaging(JavaSparkContext spark, PartTask task, StoredKeys stored, Consumer<String> progress) {
        this.spark = spark;
        this.task = task;
        this.stored = stored;
        this.buckets = stored.buckets();
        this.progress = progress;
    }

    @Override
    public Collection<StagedPart> read(List<PlannedFile> files) {
        DividedFiles divided = DividedFiles.of(spark, task, files);
        divided.refused().forEach(part -> parts.put(part.place().id(), part));
        if (!divided.places().isEmpty()) {
            spark.setJobDescription("Read " + files.size() + " delivered files");
            readParts(divided.places());
        }
        return parts.values();
    }

    private void readParts(List<PartOfFile> places) {
        PartProgress listener = new PartProgress(places.size() + storedTasks(), progress);
        spark.sc().addSparkListener(listener);
        try {
            gather(compared(places).cache());
        } finally {
            spark.sc().removeSparkListener(listener);
        }
    }

    private void gather(JavaRDD<Compared> compared) {
        Set<PartId> again = new TreeSet<>();
        for (Compared.Summary summary : compared.map(Compared::summary).collect()) {
            summary.parts().forEach(part -> parts.put(part.place().id(), part));
            shared.add(summary.shared());
            again.addAll(summary.again());
        }
        again.removeIf(id -> isRefused(id.delivery()));
        if (!again.isEmpty()) {
            readAgain(compared, again);
        }
        compared.unpersist();
    }

    @Override
    public SharedSessions shared() {
        return shared;
    }

    private JavaRDD<Compared> compared(List<PartOfFile> places) {
        PartTask reading = task;
        int into = buckets;
        JavaPairRDD<Integer, StagedPiece> pieces = spark.parallelize(places, places.size())
                .flatMapToPair(place -> new ReadingPart(reading, place, Optional.empty(), into));
        List<String> files = stored.files();
        if (!files.isEmpty()) {
            StoredKeys keys = stored;
            pieces = pieces.union(spark.parallelize(files, storedTasks())
                    .flatMapToPair(file -> keys.read(file).iterator()));
        }
        return pieces.partitionBy(new HashPartitioner(buckets))
                .values()
                .mapPartitions(bucket -> List.of(Compared.of(bucket)).iterator());
    }

    private int storedTasks() {
        return Math.min(stored.files().size(), 4 * spark.defaultParallelism());
    }

    private void readAgain(JavaRDD<Compared> compared, Set<PartId> again) {
        PartTask reading = task;
        int into = buckets;
        Map<PartId, PartOfFile> places = again.stream().collect(Collectors.toMap(id -> id, id -> part(id).place()));
        spark.setJobDescription("Read " + again.size() + " parts again");
        List<StagedPart> replaced = compared.flatMap(found -> verdicts(found, places))
                .mapToPair(verdicts -> new Tuple2<>(verdicts.part(), verdicts))
                .reduceByKey(Verdicts::and, again.size())
                .map(all -> new ReadingPart(reading, place(places, all._1()), Optional.of(all._2()), into).toEnd())
                .collect();
        for (StagedPart part : replaced) {
            task.delete(part(part.place().id()).files());
            parts.put(part.place().id(), part);
        }
    }

    private static Iterator<Verdicts> verdicts(Compared found, Map<PartId, PartOfFile> places) {
        return found.verdicts().stream()
                .filter(verdicts -> places.containsKey(verdicts.part()))
                .iterator();
    }

    private static PartOfFile place(Map<PartId, PartOfFile> places, PartId id) {
        return Objects.requireNonNull(places.get(id));
    }

    private StagedPart part(PartId id) {
        return Objects.requireNonNull(parts.get(id));
    }

    private boolean isRefused(int delivery) {
        return parts.values().stream().anyMatch(part -> part.place().delivery() == delivery && part.refusal() != null);
    }
}
