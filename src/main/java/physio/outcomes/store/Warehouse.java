package physio.outcomes.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import physio.outcomes.domain.UserException;

/**
 * Where a store's tables lie: in its folder, or in another file system, such as HDFS, which a file in the folder names. The key, the lock, records of runs and
 * what was released are in the folder in any case.
 *
 * @param store the store's folder
 * @param root what the tables lie in, with its file system
 */
record Warehouse(java.nio.file.Path store, Path root) {
    private static final String FILE = "warehouse";
    private static final FsPermission OWNER_ALONE = new FsPermission(FsAction.ALL, FsAction.NONE, FsAction.NONE);

    /**
     * That of a store, which may have no tables yet.
     *
     * @throws UserException when it is somewhere else and cannot be reached
     */
    static Warehouse of(java.nio.file.Path store) {
        try {
            return named(store).map(root -> elsewhere(store, root)).orElseGet(() -> in(store));
        } catch (IOException unreadable) {
            throw UserException.store(
                    "Cannot read " + store.resolve(FILE)
                            + ", which names the place of the store's tables: check permissions, or put it back from a backup.");
        }
    }

    /** The other place that a store's tables are in. */
    private static Optional<String> named(java.nio.file.Path store) throws IOException {
        java.nio.file.Path file = store.resolve(FILE);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** That of a store, or the one that a new store is asked to have; neither is reached for. */
    static Warehouse planned(java.nio.file.Path store, Optional<String> asked) throws IOException {
        Optional<String> root = named(store).or(() -> asked);
        return root.isEmpty() ? in(store) : new Warehouse(store, StoredFiles.qualified(new Path(root.orElseThrow())));
    }

    /** Whether it is the store's folder. */
    boolean isInStore() {
        return root.equals(in(store).root);
    }

    private static Warehouse in(java.nio.file.Path store) {
        return new Warehouse(
                store, StoredFiles.at(new Path(store.toAbsolutePath().toUri()).toString()));
    }

    private static Warehouse elsewhere(java.nio.file.Path store, String root) {
        try {
            Warehouse warehouse = new Warehouse(store, StoredFiles.qualified(new Path(root)));
            warehouse.hasTables();
            return warehouse;
        } catch (IOException | IllegalArgumentException unreachable) {
            throw UserException.store("Cannot reach " + root + ", where the tables of the store " + store
                    + " lie: check that its file system is up and that you may read it.");
        }
    }

    /**
     * Lets a new store have its tables in a place; one that has tables keeps its own.
     *
     * @param asked the place, absent for the store's folder, or for where they are
     * @throws UserException when a store has them elsewhere, or another store has its own there
     */
    static void settle(java.nio.file.Path store, Optional<String> asked) throws IOException {
        if (asked.isEmpty()) {
            return;
        }
        Warehouse known = of(store);
        Warehouse wanted = elsewhere(store, asked.orElseThrow());
        if (known.root.equals(wanted.root)) {
            return;
        }
        if (Files.exists(store.resolve(FILE)) || known.hasTables()) {
            throw UserException.usage("The tables of the store " + store + " lie in " + StoredFiles.shown(known.root)
                    + ", and store.warehouse says " + StoredFiles.shown(wanted.root)
                    + ": leave it out, or use another store.");
        }
        if (wanted.hasTables()) {
            throw UserException.usage("There are tables of another store in " + StoredFiles.shown(wanted.root)
                    + ": name a folder of its own by store.warehouse.");
        }
        wanted.make();
        DurableFiles.replace(store.resolve(FILE), wanted.root + "\n");
    }

    /** Folders in it come about with files, and HDFS lets everybody see those. */
    private void make() {
        try {
            StoredFiles.disk(root).mkdirs(root, OWNER_ALONE);
        } catch (IOException refused) {
            throw UserException.store("Cannot make " + StoredFiles.shown(root)
                    + ", where store.warehouse puts the tables: check permissions there.");
        }
    }

    /**
     * Refuses a folder whose store has no tables, readable or not.
     *
     * @throws UserException when there is none
     */
    static void require(java.nio.file.Path store) {
        try {
            if (!Files.isDirectory(store) || !of(store).hasTables()) {
                throw none(store);
            }
        } catch (IOException unreadable) {
            throw UserException.store("Cannot read the store " + store + ": check permissions.");
        }
    }

    static UserException none(java.nio.file.Path store) {
        return UserException.usage("There is no store in " + store + ": take in files first, with 'ingest' or 'run'.");
    }

    /** Whether there are tables, readable or not. */
    boolean hasTables() throws IOException {
        Path tables = new Path(root, Tables.NAMESPACE);
        return StoredFiles.disk(tables).exists(tables);
    }

    /** Whether a place is that of a table: of local ones also by another name, such as through a link. */
    boolean isTable(String name, Path place) {
        Path own = table(name);
        try {
            return own.equals(place)
                    || (StoredFiles.isLocal(own)
                            && StoredFiles.isLocal(place)
                            && Files.isSameFile(StoredFiles.local(own), StoredFiles.local(place)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path table(String name) {
        return new Path(new Path(root, Tables.NAMESPACE), name);
    }

    /** The versions of a table's metadata. */
    MetadataFiles metadata(String name) {
        return new MetadataFiles(new Path(table(name), "metadata"));
    }
}
