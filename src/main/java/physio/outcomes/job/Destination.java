package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import physio.outcomes.ingest.text.FileLocation;

/** A file or folder that a report is written to, there or yet to be: of this machine, or of another file system that Hadoop knows. */
public sealed interface Destination permits LocalDestination, HadoopDestination {

    /**
     * What people write for it: a path of this machine, or an address such as {@code hdfs://host:8020/reports}.
     *
     * @throws physio.outcomes.domain.UserException when Hadoop does not know the address
     */
    static Destination of(String text) {
        FileLocation location = FileLocation.of(text);
        return location.isLocal() ? of(Path.of(location.path())) : HadoopDestination.of(location);
    }

    /** A path of this machine. */
    static Destination of(Path path) {
        return new LocalDestination(path);
    }

    /** What lies below this folder under a path with {@code /}. */
    Destination resolve(String below);

    /** What lies beside this under a name. */
    Destination sibling(String name);

    /** The last part of the path; empty where there is none. */
    String name();

    /**
     * Whether it is there.
     *
     * @throws physio.outcomes.domain.UserException when its file system does not answer
     */
    boolean exists();

    /** Whether it is there, and a folder. */
    boolean isFolder();

    /** The names of what is in this folder. */
    List<String> names() throws IOException;

    /** The text of this file. */
    String read() throws IOException;

    /** Writes this file, for its owner alone; its folder must be there. */
    void write(byte[] content) throws IOException;

    /** Makes this folder, for its owner alone, and those that it lies in. */
    void makeFolders() throws IOException;

    /** Gives this file or folder another place of the same file system in one step; a file that is there makes way. */
    void moveTo(Destination place) throws IOException;

    /** Removes it with all that is in it; what is not there is no mistake. */
    void delete() throws IOException;
}
