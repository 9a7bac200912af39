package physio.outcomes.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import physio.outcomes.catalogue.Mapping.Flags;
import physio.outcomes.catalogue.TechniqueNames;

/** Reads the techniques of a record whose export has a column for each, which says yes or no. */
final class TechniqueFlags {
    /**
     * Stands for a record in which a column says neither yes nor no. No setting can hold a NUL that was not asked for, and
     * no name is near, so that it is an unknown technique like any other.
     */
    static final String UNCLEAR = "\0neither yes nor no";

    private final Flags flags;
    private final Set<String> missing;
    private final Map<Integer, String> techniques = new LinkedHashMap<>();

    TechniqueFlags(Flags flags, Header header, Set<String> missing) {
        this.flags = flags;
        this.missing = missing;
        flags.techniques()
                .forEach((name, code) -> techniques.put(header.position(name).orElseThrow(), code));
    }

    /** The codes that are flagged, in code-point order and joined by {@code +}; empty when none is, or {@link #UNCLEAR}. */
    String read(List<String> fields) {
        TreeSet<String> flagged = new TreeSet<>();
        for (Map.Entry<Integer, String> technique : techniques.entrySet()) {
            String text = fields.get(technique.getKey()).strip();
            String folded = TechniqueNames.folded(text);
            if (flags.yes().contains(folded)) {
                flagged.add(technique.getValue());
            } else if (!text.isEmpty() && !missing.contains(text) && !flags.no().contains(folded)) {
                return UNCLEAR;
            }
        }
        return String.join("+", flagged);
    }
}
