package physio.outcomes.store;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;

import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;

/** The store's tables: their names, columns and partitions. Score columns of measures join {@code sessions} as they appear. */
final class Tables {
    static final String NAMESPACE = "outcomes";
    static final String SESSIONS = "sessions";
    static final String QUARANTINE = "quarantine";
    static final String LEDGER = "ledger";

    /** The column that says which delivery a row came with: the first of each table. */
    static final int DELIVERY_ID = 1;

    /** The column with the day of a session. */
    static final int SESSION_DATE_ID = 7;

    static final Schema SESSIONS_SCHEMA = new Schema(
            required(DELIVERY_ID, "delivery", Types.IntegerType.get()),
            required(2, "session_key", Types.FixedType.ofLength(16)),
            required(3, "patient_key", Types.LongType.get()),
            optional(4, "episode_key", Types.LongType.get()),
            optional(5, "practitioner_key", Types.LongType.get()),
            required(6, "clinic_id", Types.StringType.get()),
            required(SESSION_DATE_ID, "session_date", Types.DateType.get()),
            required(8, "technique", Types.StringType.get()),
            optional(9, "body_region", Types.StringType.get()),
            optional(10, "condition", Types.StringType.get()),
            optional(11, "chronicity", Types.StringType.get()),
            optional(12, "age_band", Types.StringType.get()),
            optional(13, "sex", Types.StringType.get()),
            optional(14, "visit", Types.StringType.get()),
            optional(15, "duration_min", Types.IntegerType.get()),
            required(16, "attendance", Types.StringType.get()),
            optional(17, "adverse_event", Types.StringType.get()));

    static final PartitionSpec BY_MONTH =
            PartitionSpec.builderFor(SESSIONS_SCHEMA).month("session_date").build();

    static final Schema QUARANTINE_SCHEMA = new Schema(
            required(DELIVERY_ID, "delivery", Types.IntegerType.get()),
            required(2, "line", Types.LongType.get()),
            required(3, "record", Types.LongType.get()),
            required(4, "column", Types.StringType.get()),
            required(5, "reason", Types.StringType.get()),
            optional(6, "patient_key", Types.LongType.get()));

    static final Schema LEDGER_SCHEMA = new Schema(
            required(DELIVERY_ID, "delivery", Types.IntegerType.get()),
            required(2, "run", Types.IntegerType.get()),
            required(3, "source", Types.StringType.get()),
            required(4, "name", Types.StringType.get()),
            required(5, "sha256", Types.StringType.get()),
            required(6, "bytes", Types.LongType.get()),
            required(7, "parsed", Types.LongType.get()),
            required(8, "stored", Types.LongType.get()),
            required(9, "quarantined", Types.LongType.get()),
            required(10, "duplicates", Types.LongType.get()),
            required(11, "filtered", Types.LongType.get()),
            required(12, "overlapping", Types.LongType.get()),
            optional(13, "replaces", Types.IntegerType.get()),
            optional(14, "first_date", Types.DateType.get()),
            optional(15, "last_date", Types.DateType.get()),
            optional(16, "remarks", Types.ListType.ofRequired(17, Types.StringType.get())),
            optional(18, "erased", Types.LongType.get()));

    /** The tables that a ledger snapshot names. */
    static final List<String> NAMED = List.of(SESSIONS, QUARANTINE);

    /** All tables, the ledger first. */
    static final List<String> ALL = List.of(LEDGER, SESSIONS, QUARANTINE);

    private Tables() {}
}
