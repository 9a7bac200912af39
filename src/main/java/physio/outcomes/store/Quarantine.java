package physio.outcomes.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import physio.outcomes.domain.UserException;

/** What is wrong with the records that were not taken, read without Spark at the snapshot of one state. */
public final class Quarantine {
    private final Table table;
    private final long snapshot;

    Quarantine(Table table, StoreState state) {
        this.table = table;
        this.snapshot = Objects.requireNonNull(state.snapshots().get(Tables.QUARANTINE));
    }

    /**
     * One finding.
     *
     * @param column the canonical column, or empty when it is about the whole record
     * @param reason a code
     */
    public record Rejected(int delivery, long line, long record, String column, String reason) {
        private static final Comparator<Rejected> BY_PLACE = Comparator.comparingInt(Rejected::delivery)
                .thenComparingLong(Rejected::line)
                .thenComparingLong(Rejected::record)
                .thenComparing(Rejected::column);
    }

    /** Hands over the findings of a delivery one by one, in no particular order. */
    public void forEach(int delivery, Consumer<Rejected> each) {
        try (CloseableIterable<Record> rows = IcebergGenerics.read(table)
                .useSnapshot(snapshot)
                .where(Expressions.equal("delivery", delivery))
                .select("delivery", "line", "record", "column", "reason")
                .build()) {
            rows.forEach(row -> each.accept(rejected(row)));
        } catch (IOException failed) {
            throw UserException.store("Cannot read the store's quarantine: a file of it is damaged or not readable.");
        }
    }

    /** The findings of a delivery in the order of its records. */
    public List<Rejected> of(int delivery) {
        List<Rejected> all = new ArrayList<>();
        forEach(delivery, all::add);
        all.sort(Rejected.BY_PLACE);
        return all;
    }

    private static Rejected rejected(Record row) {
        return new Rejected(
                (Integer) row.getField("delivery"),
                (Long) row.getField("line"),
                (Long) row.getField("record"),
                row.getField("column").toString(),
                row.getField("reason").toString());
    }
}
