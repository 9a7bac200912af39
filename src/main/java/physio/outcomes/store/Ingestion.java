package physio.outcomes.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import physio.outcomes.ingest.FileOutcome;

/** One run's taking in of files: plan, read in tasks, check against what is there, commit all at once. */
public final class Ingestion {
    private final Supplier<SparkSession> sparks;
    private final Store store;
    private final Catalog catalog;
    private final StoreKey key;
    private final Consumer<String> progress;

    Ingestion(Supplier<SparkSession> sparks, Store store, Catalog catalog, StoreKey key, Consumer<String> progress) {
        this.sparks = sparks;
        this.store = store;
        this.catalog = catalog;
        this.key = key;
        this.progress = progress;
    }

    /** Takes in the files of a request; those refused are left out, the others go in together or not at all. */
    public IngestResult run(IngestRequest request) {
        StoreState state = store.state();
        DeliveryPlan plan = DeliveryPlan.of(request, state);
        List<String> refusals = new ArrayList<>(plan.refusals());
        if (plan.planned().isEmpty()) {
            return new IngestResult(state.lastRun(), List.of(), plan.notices(), List.of(), refusals);
        }
        Table sessions = catalog.sessionsFor(request.settings());
        SparkSession spark = sparks.get();
        progress.accept("Reading " + plan.planned().size() + " files");
        List<StagedDelivery> staged = stage(spark, request, plan, sessions);
        progress.accept("Looking for sessions that were delivered before");
        SharedSessions shared = SharedSessions.of(store.sessions(spark, state), staged);
        List<String> warnings = new ArrayList<>();
        List<StagedDelivery> accepted = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            PlannedFile planned = plan.planned().get(i);
            StagedDelivery delivery = refusedIfForeign(staged.get(i), planned, request, shared);
            if (delivery.outcome() instanceof FileOutcome.Accepted outcome) {
                accepted.add(delivery);
                outcome.warnings()
                        .forEach(warning -> warnings.add(delivery.file().name() + " " + warning.sentence()));
            } else if (delivery.outcome() instanceof FileOutcome.Refused outcome) {
                refusals.add(outcome.sentence());
                delete(staged.get(i), sessions);
            }
        }
        List<Delivery> deliveries = deliveries(accepted, plan, shared, state.lastRun() + 1);
        warnings.addAll(VolumeCheck.warnings(deliveries, state.current()));
        if (!deliveries.isEmpty()) {
            commit(accepted, deliveries, sessions);
            RunRecord.write(store.folder(), deliveries, request.asOf());
        }
        return new IngestResult(state.lastRun() + 1, deliveries, plan.notices(), warnings, refusals);
    }

    private List<StagedDelivery> stage(SparkSession spark, IngestRequest request, DeliveryPlan plan, Table sessions) {
        StagingTask task = new StagingTask(
                SerializableTable.copyOf(sessions),
                SerializableTable.copyOf(catalog.table(Tables.QUARANTINE)),
                key,
                request);
        spark.sparkContext().setJobDescription("Read " + plan.planned().size() + " delivered files");
        // The context belongs to the Spark session, which outlives this.
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(plan.planned(), plan.planned().size())
                .map(task)
                .collect();
    }

    private static StagedDelivery refusedIfForeign(
            StagedDelivery staged, PlannedFile planned, IngestRequest request, SharedSessions shared) {
        boolean isForeign = planned.replaces() != null
                && staged.outcome() instanceof FileOutcome.Accepted
                && shared.between(staged.number(), planned.replaces()) == 0;
        return isForeign && !request.isReplacing()
                ? StagedDelivery.refused(
                        staged.number(),
                        staged.file(),
                        staged.file().name()
                                + " has the name of an earlier file but shares no session with it;"
                                + " give it another name, or --replace to let it take that file's place.")
                : staged;
    }

    private static void delete(StagedDelivery delivery, Table sessions) {
        delivery.sessions().forEach(file -> sessions.io().deleteFile(file.location()));
        delivery.quarantine().forEach(file -> sessions.io().deleteFile(file.location()));
    }

    private static List<Delivery> deliveries(
            List<StagedDelivery> accepted, DeliveryPlan plan, SharedSessions shared, int run) {
        List<Delivery> deliveries = new ArrayList<>();
        for (StagedDelivery staged : accepted) {
            Optional<Integer> replaces = plan.planned().stream()
                    .filter(planned -> planned.number() == staged.number())
                    .findFirst()
                    .flatMap(planned -> Optional.ofNullable(planned.replaces()));
            deliveries.add(new Delivery(
                    staged.number(),
                    run,
                    staged.file(),
                    ((FileOutcome.Accepted) staged.outcome()).tally(),
                    shared.withEarlier(staged.number(), replaces),
                    replaces,
                    Optional.ofNullable(staged.firstDate()),
                    Optional.ofNullable(staged.lastDate())));
        }
        return deliveries;
    }

    private void commit(List<StagedDelivery> accepted, List<Delivery> deliveries, Table sessions) {
        Set<Integer> replaced = new HashSet<>();
        deliveries.forEach(delivery -> delivery.replaces().ifPresent(replaced::add));
        overwrite(
                sessions,
                replaced,
                accepted.stream().flatMap(staged -> staged.sessions().stream()).toList());
        overwrite(
                catalog.table(Tables.QUARANTINE),
                replaced,
                accepted.stream()
                        .flatMap(staged -> staged.quarantine().stream())
                        .toList());
        Map<String, Long> snapshots = store.snapshots();
        store.ledger().commit(deliveries, snapshots);
    }

    /**
     * A file holds one delivery only, so that removing a delivery removes whole files. Without files there is a snapshot too:
     * readers see the columns of the snapshot that the ledger names, and a measure may have joined.
     */
    private static void overwrite(Table table, Set<Integer> replaced, List<DataFile> added) {
        OverwriteFiles overwrite = table.newOverwrite()
                .overwriteByRowFilter(
                        replaced.isEmpty() ? Expressions.alwaysFalse() : Expressions.in("delivery", replaced));
        added.forEach(overwrite::addFile);
        overwrite.commit();
    }
}
