package physio.outcomes.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.DeliveredFile;
import physio.outcomes.ingest.FileOutcome;

/**
 * A file after a task has read it: what came of it and the data files that hold its rows, not yet part of any table.
 *
 * @param number the delivery's number
 */
public record StagedDelivery(
        int number,
        DeliveredFile file,
        FileOutcome outcome,
        List<DataFile> sessions,
        List<DataFile> quarantine,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate)
        implements Serializable {

    static StagedDelivery refused(int number, DeliveredFile file, String sentence) {
        return new StagedDelivery(number, file, new FileOutcome.Refused(sentence), List.of(), List.of(), null, null);
    }
}
