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
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.types.Types;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.domain.UserException;

/** The Iceberg tables of a store, opened and made by name. */
final class Catalog {
    /** Hadoop's settings for local files that are synced; Spark gets the same with {@code spark.hadoop.} before each key. */
    static final Map<String, String> HADOOP = Map.of("fs.file.impl", SyncedFileSystem.class.getName());

    private static final String STEP = "outcomes.step.";

    private final HadoopCatalog catalog;

    Catalog(Path folder) {
        Configuration configuration = new Configuration();
        HADOOP.forEach(configuration::set);
        this.catalog =
                new HadoopCatalog(configuration, folder.toAbsolutePath().toUri().toString());
    }

    boolean exists(String name) {
        return catalog.tableExists(identifier(name));
    }

    Table table(String name) {
        return catalog.loadTable(identifier(name));
    }

    /** Makes all tables anew, empty, each with a first snapshot that a ledger can name. */
    void createAll() {
        create(Tables.SESSIONS, Tables.SESSIONS_SCHEMA);
        create(Tables.QUARANTINE, Tables.QUARANTINE_SCHEMA);
        Tables.NAMED.forEach(name -> table(name).newAppend().commit());
        create(Tables.LEDGER, Tables.LEDGER_SCHEMA);
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
     * Gives {@code sessions} the score columns of all measures.
     *
     * @throws UserException when a measure's step is not the one its stored scores are counted in
     */
    Table sessionsFor(Settings settings) {
        Table sessions = table(Tables.SESSIONS);
        List<String> missing = new ArrayList<>();
        Map<String, String> steps = new TreeMap<>();
        for (Measure measure : settings.measures().values()) {
            String step = measure.step().stripTrailingZeros().toPlainString();
            String stored = sessions.properties().getOrDefault(STEP + measure.id(), step);
            if (!stored.equals(step)) {
                throw UserException.usage(
                        "Cannot change the step of measure '" + measure.id() + "' from " + stored + " to " + step
                                + ": the store's scores are counted in it. Give the measure another name, or use another store.");
            }
            steps.put(STEP + measure.id(), step);
            measure.columns().stream()
                    .map(Measure.ScoreColumn::name)
                    .filter(name -> sessions.schema().findField(name) == null)
                    .forEach(missing::add);
        }
        if (!missing.isEmpty()) {
            UpdateSchema update = sessions.updateSchema();
            missing.forEach(name -> update.addColumn(name, Types.IntegerType.get()));
            update.commit();
            var properties = sessions.updateProperties();
            steps.forEach(properties::set);
            properties.commit();
        }
        return sessions;
    }

    private static TableIdentifier identifier(String name) {
        return TableIdentifier.of(Tables.NAMESPACE, name);
    }
}
