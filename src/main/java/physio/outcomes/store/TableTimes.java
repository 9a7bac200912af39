package physio.outcomes.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;

/**
 * The times in tables' metadata. Iceberg refuses a change that comes before the last one by them, so that a clock that was set back would stop all
 * writing. Nothing else needs them: deliveries are in the order of their numbers.
 */
final class TableTimes {
    private static final Set<String> TIMES = Set.of("last-updated-ms", "timestamp-ms");

    private TableTimes() {}

    /** Sets times of a catalogue's tables that are yet to come to now. */
    static void setBack(Catalog catalog) {
        long now = System.currentTimeMillis();
        Tables.ALL.forEach(name -> setBack(((HasTableOperations) catalog.table(name)).operations(), now));
    }

    private static void setBack(TableOperations operations, long now) {
        TableMetadata current = operations.current();
        if (current.lastUpdatedMillis() > now) {
            try {
                JsonNode json = new ObjectMapper().readTree(TableMetadataParser.toJson(current));
                for (String name : TIMES) {
                    List<JsonNode> parents = json.findParents(name);
                    parents.forEach(parent -> setBack((ObjectNode) parent, name, now));
                }
                operations.commit(current, TableMetadataParser.fromJson(json.toString()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private static void setBack(ObjectNode parent, String name, long now) {
        parent.set(name, LongNode.valueOf(Math.min(now, parent.path(name).asLong())));
    }
}
