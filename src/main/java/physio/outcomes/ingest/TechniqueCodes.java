package physio.outcomes.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Settings;

/** Turns what a clinic calls a technique into catalogue codes: by code, label or synonym, whatever the case. */
final class TechniqueCodes {
    private final Map<String, String> codes = new HashMap<>();

    TechniqueCodes(Settings settings) {
        settings.techniques().forEach((code, technique) -> {
            technique.synonyms().forEach(synonym -> codes.put(folded(synonym), code));
            codes.put(folded(technique.label()), code);
        });
        settings.techniques().keySet().forEach(code -> codes.put(folded(code), code));
    }

    /** One code, or several in code-point order joined by {@code +}; null when one is unknown. */
    @Nullable
    String read(String text) {
        String single = codes.get(folded(text));
        if (single != null) {
            return single;
        }
        TreeSet<String> several = new TreeSet<>();
        for (String part : text.split("\\+", -1)) {
            String code = codes.get(folded(part));
            if (code == null) {
                return null;
            }
            several.add(code);
        }
        return String.join("+", several);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
