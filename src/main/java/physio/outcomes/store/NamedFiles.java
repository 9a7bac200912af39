package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import physio.outcomes.domain.UserException;

/**
 * The files of a table that some of its snapshots are made of: lists of manifests, manifests and data files. A damaged one is noted, and what it would
 * name stays unknown.
 */
final class NamedFiles {
    private final Table table;

    /** What is wrong with each list and manifest, empty where nothing is. */
    private final Map<Path, Optional<String>> looked = new TreeMap<>();

    /** The data files of each manifest: snapshots have most of theirs in common. */
    private final Map<String, List<DataFile>> manifests = new TreeMap<>();

    private final Map<Path, DataFile> data = new TreeMap<>();

    NamedFiles(Table table) {
        this.table = table;
    }

    /** Adds those of a snapshot; its data files, as far as they can be told. */
    List<DataFile> add(Snapshot snapshot) {
        List<DataFile> own = new ArrayList<>();
        if (isWhole(snapshot.manifestListLocation())) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                own.addAll(manifests.computeIfAbsent(manifest.path(), path -> read(manifest)));
            }
        }
        return own;
    }

    private List<DataFile> read(ManifestFile manifest) {
        List<DataFile> own = new ArrayList<>();
        if (!isWhole(manifest.path())) {
            return own;
        }
        try (ManifestReader<DataFile> reader = ManifestFiles.read(manifest, table.io(), table.specs())) {
            for (DataFile file : reader) {
                DataFile copy = file.copy();
                own.add(copy);
                data.put(StoredFiles.at(copy.location()), copy);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return own;
    }

    private boolean isWhole(String location) {
        return looked.computeIfAbsent(StoredFiles.at(location), StoredFiles::fault)
                .isEmpty();
    }

    /** What is wrong with which of them, all read to their ends. */
    Map<Path, String> faults() {
        Map<Path, String> faults = new TreeMap<>();
        looked.forEach((path, fault) -> fault.ifPresent(words -> faults.put(path, words)));
        data.entrySet().parallelStream()
                .map(file -> Map.entry(file.getKey(), fault(file.getKey(), file.getValue())))
                .filter(file -> file.getValue().isPresent())
                .toList()
                .forEach(file -> faults.put(file.getKey(), file.getValue().orElseThrow()));
        return faults;
    }

    private static Optional<String> fault(Path path, DataFile file) {
        try {
            FileSystem disk = StoredFiles.disk(path);
            return disk.exists(path) && disk.getFileStatus(path).getLen() != file.fileSizeInBytes()
                    ? Optional.of("is not as long as when it was written")
                    : StoredFiles.fault(path);
        } catch (IOException unreadable) {
            return Optional.of("cannot be read");
        }
    }

    /**
     * Checks that all data files could be told.
     *
     * @throws UserException when a list or a manifest is damaged
     */
    void requireLists() {
        looked.forEach((path, fault) -> fault.ifPresent(words -> {
            throw Damage.of(path);
        }));
    }

    /** Where all of them are. */
    Set<Path> paths() {
        Set<Path> paths = new TreeSet<>(looked.keySet());
        paths.addAll(data.keySet());
        return paths;
    }

    /** Where the data files are, as Iceberg has it. */
    List<String> dataLocations() {
        return data.values().stream().map(DataFile::location).toList();
    }

    int dataFiles() {
        return data.size();
    }
}
