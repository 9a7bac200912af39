package physio.outcomes.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.regex.Pattern;
import physio.outcomes.domain.UserException;

/**
 * Where the bytes of a delivered file are.
 *
 * @param storage what the path is in
 * @param path a file of it
 * @param entry the file within the archive at that path, empty when the path is the file itself
 */
public record FileLocation(Storage storage, String path, String entry) implements Serializable {
    private static final Pattern LOCAL_ADDRESS = Pattern.compile("^file:/+");
    private static final Pattern PASSWORD = Pattern.compile("^[^/]*://[^/]*:[^/]*@");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

    /**
     * What people write for a file, a folder or a glob: a path of this machine, or the address of another file system such as HDFS.
     *
     * @throws UserException when it holds a password
     */
    public static FileLocation of(String text) {
        String local = LOCAL_ADDRESS.matcher(text).replaceFirst("/");
        if (!ADDRESS.matcher(local).matches()) {
            return new FileLocation(new LocalStorage(), local, "");
        }
        if (PASSWORD.matcher(local).find()) {
            throw UserException.usage(
                    "Cannot take an address with a password in it, since addresses are shown: give the"
                            + " password by Hadoop's settings.");
        }
        return new FileLocation(new HadoopStorage(), local, "");
    }

    /** The same, reached otherwise, unless it is in a folder. */
    public FileLocation by(HadoopStorage other) {
        return isLocal() ? this : new FileLocation(other, path, entry);
    }

    /** A file within this archive. */
    public FileLocation inside(String name) {
        return new FileLocation(storage, path, name);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As people write it: the path. */
    @Override
    public String toString() {
        return path;
    }

    /** Whether the file is one that this machine sees in its folders. */
    public boolean isLocal() {
        return storage instanceof LocalStorage;
    }

    /** Whether there is a file, or a link to one, at the path. */
    public boolean isFile() throws IOException {
        return storage.isFile(path);
    }

    /** Says that its file system does not answer. */
    public UserException unreachable() {
        return UserException.store("Cannot reach " + path
                + ": check the address, that its file system is up, and that Hadoop knows it here.");
    }

    /** The bytes at the path, from the first on. */
    public InputStream open() throws IOException {
        return Channels.newInputStream(channel());
    }

    /** The bytes at the path. */
    SeekableByteChannel channel() throws IOException {
        return storage.open(path);
    }

    /** How many bytes there are at the path now. */
    public long size() throws IOException {
        return storage.size(path);
    }

    /** Whether the file is compressed, alone or in an archive, so that it can only be read from its beginning. */
    public boolean isPacked() {
        return !entry.isEmpty() || isGzipped();
    }

    /** Whether the path is that of a gzipped file. */
    public boolean isGzipped() {
        return path.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
