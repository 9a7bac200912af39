package physio.outcomes.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.From;

/** Reads the text of one canonical column from a record: where the mapping says, missing values and value map applied. */
final class FieldReader {
    private final Mapping.Column column;
    private final int[] positions;
    private final Set<String> missing;
    private final boolean isAbsent;

    FieldReader(Mapping.Column column, Header header, Set<String> missingEverywhere) {
        this.column = column;
        this.missing = new HashSet<>(missingEverywhere);
        this.missing.addAll(column.missing());
        this.positions = column.origin() instanceof From from
                ? from.columns().stream()
                        .mapToInt(name -> header.position(name).orElse(-1))
                        .toArray()
                : new int[0];
        this.isAbsent = positions.length > 0 && positions[0] < 0;
    }

    /** The value, or null when it is missing. */
    @Nullable
    String read(List<String> fields, String fileName, long record) {
        String raw = raw(fields, fileName, record);
        if (raw == null || raw.isEmpty() || missing.contains(raw)) {
            return null;
        }
        Map<String, String> values = column.values();
        return values.isEmpty() ? raw : values.getOrDefault(raw, raw);
    }

    Mapping.Column column() {
        return column;
    }

    private @Nullable String raw(List<String> fields, String fileName, long record) {
        if (column.origin() instanceof Constant constant) {
            return constant.value();
        }
        if (column.origin() instanceof From from) {
            return isAbsent ? null : joined(fields, from);
        }
        return fileName + "#" + record;
    }

    private @Nullable String joined(List<String> fields, From from) {
        if (positions.length == 1) {
            return fields.get(positions[0]).strip();
        }
        StringBuilder joined = new StringBuilder();
        for (int position : positions) {
            String part = fields.get(position).strip();
            if (part.isEmpty() || missing.contains(part)) {
                return null;
            }
            joined.append(joined.isEmpty() ? "" : from.join()).append(part);
        }
        return joined.toString();
    }
}
