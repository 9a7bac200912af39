package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;

/** What delivered files lie in; it travels with tasks, so that they read a file as the program would. */
public sealed interface Storage extends Serializable permits LocalStorage, HadoopStorage {

    /** Opens a file at its first byte, for reading. */
    SeekableByteChannel open(String path) throws IOException;

    /** Whether there is a file, or a link to one, at a path. */
    boolean isFile(String path);
}
