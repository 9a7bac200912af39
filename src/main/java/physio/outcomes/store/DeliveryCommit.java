package physio.outcomes.store;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/** Makes the staged deliveries of a run part of a store: to readers all at once. */
final class DeliveryCommit {
    private static final int MOST_AT_ONCE = 100;

    private final Store store;
    private final Table sessions;

    DeliveryCommit(Store store, Table sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /**
     * Commits them.
     *
     * @param deliveries what the accepted become, at least one
     */
    void run(List<StagedDelivery> accepted, List<Delivery> deliveries, LocalDate asOf) {
        // Before the commit: of a run that is in the store there is a record, and one of a run that died is written
        // over.
        RunRecord.write(store.folder(), deliveries, asOf);
        Set<Integer> replaced = new HashSet<>();
        deliveries.forEach(delivery -> delivery.replaces().ifPresent(replaced::add));
        overwrite(sessions, replaced, files(accepted, StagedPart.Files::sessions));
        overwrite(store.catalog().table(Tables.QUARANTINE), replaced, files(accepted, StagedPart.Files::quarantine));
        store.ledger().commit(deliveries, store.catalog().snapshots());
    }

    private static List<DataFile> files(
            List<StagedDelivery> accepted, Function<StagedPart.Files, List<DataFile>> ofTable) {
        return accepted.stream()
                .flatMap(staged -> ofTable.apply(staged.files()).stream())
                .toList();
    }

    /**
     * A file holds one delivery only, so that removing a delivery removes whole files. Without files there is a snapshot too:
     * readers see the columns of the snapshot that the ledger names, and a measure may have joined.
     */
    private static void overwrite(Table table, Set<Integer> replaced, List<DataFile> added) {
        OverwriteFiles overwrite = table.newOverwrite().overwriteByRowFilter(ofDeliveries(List.copyOf(replaced)));
        added.forEach(overwrite::addFile);
        overwrite.commit();
    }

    /** In pieces: with more than 200 numbers at once, Iceberg no longer tells which files they are in. */
    private static Expression ofDeliveries(List<Integer> numbers) {
        Expression any = Expressions.alwaysFalse();
        for (int i = 0; i < numbers.size(); i += MOST_AT_ONCE) {
            List<Integer> some = numbers.subList(i, Math.min(i + MOST_AT_ONCE, numbers.size()));
            any = Expressions.or(any, Expressions.in("delivery", some));
        }
        return any;
    }
}
