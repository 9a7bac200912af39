package physio.outcomes.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.Tally;
import physio.outcomes.ingest.text.FileLocation;

/** Deliveries as rows of the ledger, and back. */
final class LedgerRows {
    private LedgerRows() {}

    static Record row(Delivery delivery) {
        Record row = GenericRecord.create(Tables.LEDGER_SCHEMA);
        row.setField("delivery", delivery.number());
        row.setField("run", delivery.run());
        row.setField("source", delivery.file().source());
        row.setField("name", delivery.file().name());
        row.setField("sha256", delivery.file().sha256());
        row.setField("bytes", delivery.file().bytes());
        row.setField("parsed", delivery.tally().parsed());
        row.setField("stored", delivery.tally().stored());
        row.setField("quarantined", delivery.tally().quarantined());
        row.setField("duplicates", delivery.tally().duplicates());
        row.setField("filtered", delivery.tally().filtered());
        row.setField("erased", delivery.tally().erased());
        row.setField("overlapping", delivery.overlapping());
        setIfPresent(row, "replaces", delivery.replaces());
        setIfPresent(row, "first_date", delivery.firstDate());
        setIfPresent(row, "last_date", delivery.lastDate());
        row.setField(
                "remarks", delivery.remarks().stream().map(Remark::toString).toList());
        return row;
    }

    static Delivery delivery(Record row) {
        DeliveredFile file = new DeliveredFile(
                FileLocation.of(""), text(row, "source"), text(row, "name"), text(row, "sha256"), number(row, "bytes"));
        Tally tally = new Tally(
                number(row, "parsed"),
                number(row, "stored"),
                number(row, "quarantined"),
                number(row, "duplicates"),
                number(row, "filtered"),
                Objects.requireNonNullElse(nullable(row, "erased", Long.class), 0L));
        return new Delivery(
                (Integer) row.getField("delivery"),
                (Integer) row.getField("run"),
                file,
                tally,
                number(row, "overlapping"),
                Optional.ofNullable(nullable(row, "replaces", Integer.class)),
                Optional.ofNullable(nullable(row, "first_date", LocalDate.class)),
                Optional.ofNullable(nullable(row, "last_date", LocalDate.class)),
                remarks(row));
    }

    /** Stores that were made before remarks were kept have none. */
    private static List<Remark> remarks(Record row) {
        List<?> texts = nullable(row, "remarks", List.class);
        return texts == null
                ? List.of()
                : texts.stream().map(text -> Remark.parse(text.toString())).toList();
    }

    private static void setIfPresent(Record row, String column, Optional<?> value) {
        value.ifPresent(present -> row.setField(column, present));
    }

    private static String text(Record row, String column) {
        return row.getField(column).toString();
    }

    private static long number(Record row, String column) {
        return (Long) row.getField(column);
    }

    private static <T> @Nullable T nullable(Record row, String column, Class<T> type) {
        return type.cast(row.getField(column));
    }
}
