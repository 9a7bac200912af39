package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;

/** What delivered files lie in. What it does not give, for whatever reason, comes as a {@link java.nio.file.FileSystemException}. */
public sealed interface Storage extends Serializable permits LocalStorage, HadoopStorage {

    /** Opens a file at its first byte, for reading. */
    SeekableByteChannel open(String path) throws IOException;

    /** How many bytes a file has now. */
    long size(String path) throws IOException;

    /** Whether there is a file, or a link to one, at a path. */
    boolean isFile(String path) throws IOException;
}
