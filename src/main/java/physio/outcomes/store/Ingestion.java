package physio.outcomes.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.Table;
import physio.outcomes.domain.Plural;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Warning;
import physio.outcomes.store.LedgerSummary.Numbers;

/** One run's taking in of files: plan, read in tasks, check against what is there, commit all at once. */
public final class Ingestion {
    private final Staging.Maker stagings;
    private final Store store;
    private final Catalog catalog;
    private final StoreKey key;
    private final Consumer<String> progress;

    Ingestion(Staging.Maker stagings, Store store, Catalog catalog, StoreKey key, Consumer<String> progress) {
        this.stagings = stagings;
        this.store = store;
        this.catalog = catalog;
        this.key = key;
        this.progress = progress;
    }

    /** Takes in the files of a request; those refused are left out, the others go in together or not at all. */
    public IngestResult run(IngestRequest request) {
        StoreState state = store.state();
        Numbers last = store.ledger().numbers();
        DeliveryPlan plan = DeliveryPlan.of(request, state, last.delivery());
        List<String> refusals = new ArrayList<>(plan.refusals());
        if (plan.planned().isEmpty()) {
            return new IngestResult(last.run(), List.of(), plan.notices(), List.of(), refusals);
        }
        if (state.deliveries().isEmpty()) {
            catalog.forgetSteps();
        }
        Table sessions = catalog.sessionsFor(request.settings());
        PartTask task = new PartTask(sessions, catalog.table(Tables.QUARANTINE), key, request);
        Staging staging = stagings.of(task, StoredKeys.of(sessions, state, plan.planned()));
        progress.accept("Reading " + Plural.of(plan.planned().size(), "file"));
        List<String> warnings = new ArrayList<>();
        List<StagedDelivery> accepted = new ArrayList<>();
        for (StagedDelivery delivery : staged(request, plan, state, task, staging)) {
            if (delivery.outcome() instanceof FileOutcome.Accepted outcome) {
                accepted.add(delivery);
                String name = delivery.planned().file().name();
                outcome.warnings().forEach(warning -> warnings.add(name + " " + warning.sentence()));
            } else if (delivery.outcome() instanceof FileOutcome.Refused outcome) {
                refusals.add(outcome.sentence());
                delivery.files().locations().forEach(sessions.io()::deleteFile);
            }
        }
        List<Delivery> deliveries =
                new ArrayList<>(deliveries(accepted, staging.shared(), last.run() + 1, last.delivery()));
        Map<Integer, Warning> volumes = VolumeCheck.warnings(deliveries, state.current());
        deliveries.replaceAll(delivery -> {
            Warning warning = volumes.get(delivery.number());
            if (warning == null) {
                return delivery;
            }
            warnings.add(delivery.file().name() + " " + warning.sentence());
            return delivery.with(Remark.of(warning));
        });
        if (!deliveries.isEmpty()) {
            new DeliveryCommit(store, sessions).run(accepted, deliveries, request.asOf());
        }
        return new IngestResult(last.run() + 1, deliveries, plan.notices(), warnings, refusals);
    }

    private static List<StagedDelivery> staged(
            IngestRequest request, DeliveryPlan plan, StoreState state, PartTask task, Staging staging) {
        Map<Integer, List<StagedPart>> parts = staging.read(plan.planned()).stream()
                .collect(Collectors.groupingBy(part -> part.place().delivery()));
        List<StagedDelivery> staged = new ArrayList<>();
        for (PlannedFile planned : plan.planned()) {
            StagedDelivery delivery =
                    StagedDelivery.of(planned, parts.getOrDefault(planned.number(), List.of()), task.rules());
            boolean mayReplaceAny = request.isReplacing() || state.stored(planned.replaces()) == 0;
            staged.add(mayReplaceAny ? delivery : delivery.refusedIfForeign(staging.shared()));
        }
        return staged;
    }

    private static List<Delivery> deliveries(
            List<StagedDelivery> accepted, SharedSessions shared, int run, int before) {
        Set<Integer> numbers = accepted.stream().map(StagedDelivery::number).collect(Collectors.toSet());
        Set<Integer> replaced = accepted.stream()
                .flatMap(delivery -> Optional.ofNullable(delivery.planned().replaces()).stream())
                .collect(Collectors.toSet());
        return accepted.stream()
                .map(delivery -> delivery.taken(
                        run,
                        shared.withEarlier(
                                delivery.number(),
                                earlier ->
                                        earlier <= before ? !replaced.contains(earlier) : numbers.contains(earlier))))
                .toList();
    }
}
