package physio.outcomes.ingest;

import java.time.LocalDate;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Settings;

/**
 * What a file is read by.
 *
 * @param asOf no session lies after this day
 */
public record IngestRules(Settings settings, Mapping mapping, LocalDate asOf) {}
