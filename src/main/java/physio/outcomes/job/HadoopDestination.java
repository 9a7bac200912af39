package physio.outcomes.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.store.SyncedFileSystem;

/** An address of a file system that Hadoop knows, and that renames in one step, such as HDFS. */
record HadoopDestination(Path path, FileContext disk) implements Destination {
    private static final FsPermission OWNER_ALONE = new FsPermission((short) 0700);

    static HadoopDestination of(FileLocation location) {
        Path path = new Path(location.path());
        try {
            return new HadoopDestination(
                    path, FileContext.getFileContext(path.toUri(), SyncedFileSystem.configuration()));
        } catch (IOException | RuntimeException unknown) {
            // Hadoop throws either for a host or a library that it does not find.
            throw location.unreachable();
        }
    }

    @Override
    public Destination resolve(String below) {
        return new HadoopDestination(new Path(path, below), disk);
    }

    @Override
    public Destination sibling(String name) {
        return new HadoopDestination(new Path(path.getParent(), name), disk);
    }

    @Override
    public String name() {
        return path.getName();
    }

    @Override
    public boolean exists() {
        return status().isPresent();
    }

    @Override
    public boolean isFolder() {
        return status().filter(FileStatus::isDirectory).isPresent();
    }

    private Optional<FileStatus> status() {
        try {
            return Optional.of(disk.getFileStatus(path));
        } catch (FileNotFoundException nothing) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreachable) {
            throw FileLocation.of(toString()).unreachable();
        }
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus inside : disk.util().listStatus(path)) {
            names.add(inside.getPath().getName());
        }
        return names;
    }

    @Override
    public String read() throws IOException {
        try (InputStream file = disk.open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void write(byte[] content) throws IOException {
        try (OutputStream file = disk.create(path, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
            file.write(content);
        }
    }

    @Override
    public void makeFolders() throws IOException {
        disk.mkdir(path, OWNER_ALONE, true);
    }

    @Override
    public void moveTo(Destination place) throws IOException {
        disk.rename(path, ((HadoopDestination) place).path(), Options.Rename.OVERWRITE);
    }

    @Override
    public void delete() throws IOException {
        if (exists()) {
            disk.delete(path, true);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
