package physio.outcomes.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What clinics call techniques: code, label and synonyms, whatever the case. */
public final class TechniqueNames {
    private final Map<String, String> codes = new LinkedHashMap<>();

    public TechniqueNames(Settings settings) {
        settings.techniques().forEach((code, technique) -> {
            technique.synonyms().forEach(synonym -> codes.put(folded(synonym), code));
            codes.put(folded(technique.label()), code);
        });
        settings.techniques().keySet().forEach(code -> codes.put(folded(code), code));
    }

    /** The code of the one technique of this name. */
    public Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(folded(name)));
    }

    /** Whether this names a technique, or several joined by {@code +}. */
    public boolean isKnown(String names) {
        return code(names).isPresent()
                || Arrays.stream(names.split("\\+", -1))
                        .allMatch(name -> code(name).isPresent());
    }

    /** All names, folded to lower case. */
    public Set<String> names() {
        return codes.keySet();
    }

    /** The code of each name, folded. */
    public Map<String, String> codes() {
        return Collections.unmodifiableMap(codes);
    }

    /** A name as it is compared. */
    public static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
