package physio.outcomes.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.types.Types;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;

/** The Iceberg tables of a store, opened and made by name. */
final class Catalog {
    /** Hadoop's settings, and how local files are written. */
    static final Configuration CONFIGURATION = SyncedFileSystem.configuration();

    private static final String STEP = "outcomes.step.";

    private final Warehouse warehouse;
    private final HadoopCatalog catalog;

    /**
     * That of a store.
     *
     * @throws UserException when its tables are elsewhere and cannot be reached
     */
    Catalog(Path folder) {
        SyncedFileSystem.takeOver();
        this.warehouse = Warehouse.of(folder);
        this.catalog = new CheckedCatalog(warehouse.root().toString());
    }

    /** Where the tables lie. */
    Warehouse warehouse() {
        return warehouse;
    }

    /** The versions of a table's metadata. */
    MetadataFiles metadata(String name) {
        return warehouse.metadata(name);
    }

    boolean exists(String name) {
        try {
            loaded(name);
            return true;
        } catch (NoSuchTableException gone) {
            return false;
        }
    }

    /**
     * Opens a table.
     *
     * @throws UserException when its metadata are damaged, or name files in another folder
     */
    Table table(String name) {
        Table table = loaded(name);
        checkPlace(name, table);
        return table;
    }

    /** Opens the ledger. */
    Ledger ledger() {
        return new Ledger(table(Tables.LEDGER));
    }

    private Table loaded(String name) {
        try {
            return catalog.loadTable(identifier(name));
        } catch (NoSuchTableException gone) {
            throw gone;
        } catch (RuntimeException unreadable) {
            throw metadata(name).fault().map(fault -> Damage.of(fault.file())).orElseThrow(() -> unreadable);
        }
    }

    /** Iceberg names files by their full paths: a copy of a store would read, and write, the files of the store it was copied from. */
    private void checkPlace(String name, Table table) {
        org.apache.hadoop.fs.Path made = StoredFiles.at(table.location());
        if (!warehouse.isTable(name, made)) {
            throw UserException.store("The store " + warehouse.store() + " was made in "
                    + StoredFiles.shown(made.getParent().getParent())
                    + " and works only there, since its tables name their files by full paths: move it back, or take its"
                    + " files into a new store.");
        }
    }

    /** Makes all tables anew, empty, each with a first snapshot that a ledger can name. */
    void createAll() {
        create(Tables.SESSIONS, Tables.SESSIONS_SCHEMA);
        create(Tables.QUARANTINE, Tables.QUARANTINE_SCHEMA);
        Tables.NAMED.forEach(name -> table(name).newAppend().commit());
        create(Tables.LEDGER, Tables.LEDGER_SCHEMA);
    }

    /** The newest snapshot of each table that a ledger snapshot names. */
    Map<String, Long> snapshots() {
        Map<String, Long> snapshots = new TreeMap<>();
        Tables.NAMED.forEach(
                name -> snapshots.put(name, table(name).currentSnapshot().snapshotId()));
        return snapshots;
    }

    private void create(String name, Schema schema) {
        if (exists(name)) {
            catalog.dropTable(identifier(name), true);
        }
        Map<String, String> properties = Map.of("write.parquet.compression-codec", "zstd", "format-version", "2");
        if (name.equals(Tables.SESSIONS)) {
            catalog.createTable(identifier(name), schema, Tables.BY_MONTH, properties);
        } else {
            catalog.createTable(identifier(name), schema, PartitionSpec.unpartitioned(), properties);
        }
    }

    /**
     * Checks that scores are counted in the steps that the settings say.
     *
     * @throws UserException when a measure's step is another than that of its stored scores
     */
    void checkSteps(Settings settings) {
        Map<String, String> stored = table(Tables.SESSIONS).properties();
        for (Measure measure : settings.measures().values()) {
            String step = stored.getOrDefault(STEP + measure.id(), step(measure));
            if (!step.equals(step(measure))) {
                throw UserException.usage(
                        "Cannot change the step of measure '" + measure.id() + "' from " + step + " to "
                                + step(measure)
                                + ": the store's scores are counted in it. Give the measure another name, or use"
                                + " another store.");
            }
        }
    }

    /** Gives {@code sessions} the score columns of all measures; their steps are recorded first, so that no column lacks one. */
    Table sessionsFor(Settings settings) {
        checkSteps(settings);
        Table sessions = table(Tables.SESSIONS);
        UpdateProperties steps = sessions.updateProperties();
        List<String> missing = new ArrayList<>();
        boolean isNewStep = false;
        for (Measure measure : settings.measures().values()) {
            for (Measure.ScoreColumn column : measure.columns()) {
                if (sessions.schema().findField(column.name()) == null) {
                    missing.add(column.name());
                }
            }
            if (!sessions.properties().containsKey(STEP + measure.id())) {
                steps.set(STEP + measure.id(), step(measure));
                isNewStep = true;
            }
        }
        if (isNewStep) {
            steps.commit();
        }
        if (!missing.isEmpty()) {
            UpdateSchema columns = sessions.updateSchema();
            missing.forEach(name -> columns.addColumn(name, Types.IntegerType.get()));
            columns.commit();
        }
        return sessions;
    }

    /** Forgets the steps of a store that holds no score yet: a run that was refused binds nobody. */
    void forgetSteps() {
        Table sessions = table(Tables.SESSIONS);
        UpdateProperties steps = sessions.updateProperties();
        sessions.properties().keySet().stream()
                .filter(key -> key.startsWith(STEP))
                .forEach(steps::remove);
        steps.commit();
    }

    private static String step(Measure measure) {
        return measure.step().stripTrailingZeros().toPlainString();
    }

    private static TableIdentifier identifier(String name) {
        return TableIdentifier.of(Tables.NAMESPACE, name);
    }

    /** Iceberg's own, but for how metadata are read. */
    private static final class CheckedCatalog extends HadoopCatalog {
        CheckedCatalog(String folder) {
            super(CONFIGURATION, folder);
        }

        @Override
        protected TableOperations newTableOps(TableIdentifier identifier) {
            return new MetadataOperations(
                    new org.apache.hadoop.fs.Path(defaultWarehouseLocation(identifier)), CONFIGURATION);
        }
    }
}
