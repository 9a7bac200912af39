package physio.outcomes.ingest;

import java.io.Serializable;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.ingest.text.HadoopStorage;

/**
 * A file as a clinic delivered it.
 *
 * @param location where it lies now
 * @param source who sent it
 * @param name its logical name: its path below the INPUT argument, with {@code /}
 * @param sha256 of its bytes, in hexadecimal
 * @param bytes its size
 */
public record DeliveredFile(FileLocation location, String source, String name, String sha256, long bytes)
        implements Serializable {

    /** The same, reached otherwise, unless it is in a folder. */
    public DeliveredFile by(HadoopStorage storage) {
        return new DeliveredFile(location.by(storage), source, name, sha256, bytes);
    }
}
