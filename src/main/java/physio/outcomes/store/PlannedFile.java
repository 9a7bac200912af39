package physio.outcomes.store;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.DeliveredFile;

/**
 * A file that is to be read, with the number it will have and the delivery it corrects.
 *
 * @param replaces a delivery of the same source and name, null for a new one
 */
record PlannedFile(int number, DeliveredFile file, @Nullable Integer replaces) implements Serializable {}
