package physio.outcomes.store;

import java.time.LocalDate;
import java.util.Optional;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.DeliveredFiles;

/**
 * What is to be taken in, and by which rules.
 *
 * @param mappingSource the mapping's text, absent for canonical files
 * @param asOf no session may lie after this day
 * @param isForced whether an older version of a file may be taken again
 * @param isReplacing whether a file may replace one of the same name that shares no session with it
 */
public record IngestRequest(
        DeliveredFiles.Found found,
        Settings settings,
        Optional<String> mappingSource,
        LocalDate asOf,
        boolean isForced,
        boolean isReplacing) {}
