package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** The first day that each data file has a session of, as the table's own lists of files tell it. */
final class FirstDays {
    private FirstDays() {}

    static SortedMap<String, LocalDate> of(Table sessions, long snapshot) {
        SortedMap<String, LocalDate> days = new TreeMap<>();
        try (CloseableIterable<FileScanTask> tasks = sessions.newScan()
                .useSnapshot(snapshot)
                .includeColumnStats(List.of(sessions.schema().findColumnName(Tables.SESSION_DATE_ID)))
                .planFiles()) {
            tasks.forEach(task -> days.put(task.file().location(), of(task.file())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return days;
    }

    /** Of a file that does not tell, the earliest there is. */
    private static LocalDate of(DataFile file) {
        Map<Integer, ByteBuffer> lowest = file.lowerBounds();
        ByteBuffer day = lowest == null ? null : lowest.get(Tables.SESSION_DATE_ID);
        return day == null
                ? LocalDate.MIN
                : LocalDate.ofEpochDay(Conversions.<Integer>fromByteBuffer(Types.DateType.get(), day));
    }
}
