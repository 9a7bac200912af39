package physio.outcomes.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.catalogue.Mapping.Constant;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.Mapping.From;
import physio.outcomes.catalogue.Mapping.Joined;
import physio.outcomes.catalogue.Mapping.Origin;

/** Reads the text of one canonical column from a record: where the mapping says, missing values and value map applied. */
final class FieldReader {
    private final Mapping.Column column;
    private final Set<String> missing;
    private final RawText text;

    FieldReader(Mapping.Column column, Header header, Set<String> missingEverywhere) {
        this.column = column;
        this.missing = new HashSet<>(missingEverywhere);
        this.missing.addAll(column.missing());
        this.text = text(column.origin(), header);
    }

    /** The value, or null when it is missing. */
    @Nullable
    String read(List<String> fields, String fileName, long record) {
        String raw = text.of(fields, fileName, record);
        if (isMissing(raw)) {
            return null;
        }
        Map<String, String> values = column.values();
        return values.isEmpty() ? raw : values.getOrDefault(raw, raw);
    }

    Mapping.Column column() {
        return column;
    }

    private RawText text(Origin origin, Header header) {
        if (origin instanceof Constant constant) {
            return (fields, fileName, record) -> constant.value();
        }
        if (origin instanceof From from) {
            int position = header.position(from.names()).orElse(-1);
            return (fields, fileName, record) ->
                    position < 0 ? "" : fields.get(position).strip();
        }
        if (origin instanceof Joined joined) {
            return joined(joined, header);
        }
        if (origin instanceof Flags flags) {
            TechniqueFlags techniques = new TechniqueFlags(flags, header, missing);
            return (fields, fileName, record) -> techniques.read(fields);
        }
        return (fields, fileName, record) -> fileName + "#" + record;
    }

    private RawText joined(Joined joined, Header header) {
        List<Integer> positions = joined.columns().stream()
                .flatMap(name -> header.position(name).stream())
                .toList();
        if (positions.size() < joined.columns().size()) {
            return (fields, fileName, record) -> "";
        }
        return (fields, fileName, record) -> {
            List<String> parts = positions.stream()
                    .map(position -> fields.get(position).strip())
                    .toList();
            return parts.stream().anyMatch(this::isMissing) ? "" : String.join(joined.join(), parts);
        };
    }

    private boolean isMissing(String text) {
        // An empty set would still take the text's hash.
        return text.isEmpty() || (!missing.isEmpty() && missing.contains(text));
    }

    /** The text of a record before missing values and value map; empty when it has none. */
    private interface RawText {
        String of(List<String> fields, String fileName, long record);
    }
}
