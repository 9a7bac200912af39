package physio.outcomes.ingest.text;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where the bytes of a delivered file are.
 *
 * @param path a file of this machine
 * @param entry the file within the archive at that path, empty when the path is the file itself
 */
public record FileLocation(String path, String entry) implements Serializable {

    /** Whether the file is compressed, alone or in an archive, so that it can only be read from its beginning. */
    public boolean isPacked() {
        return !entry.isEmpty() || isGzipped();
    }

    /** Whether the path is that of a gzipped file. */
    public boolean isGzipped() {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
