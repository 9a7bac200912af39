package physio.outcomes.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.TechniqueNames;
import physio.outcomes.domain.NearestName;

/** Turns what a clinic calls something into codes of the catalogue, or finds the code that was probably meant. */
final class CatalogueCodes {
    private static final int MOST_REMEMBERED = 10_000;
    /** Looking for the nearest name is slow: a file with more unknown spellings than this needs no further advice. */
    private static final int MOST_GUESSED = 1_000;

    private static final int LONGEST_GUESSED = 64;

    private final Map<String, String> spellings;
    private final Remembered<Reading> remembered;
    private int guessed;

    private CatalogueCodes(Map<String, String> spellings, Joining joining) {
        this.spellings = spellings;
        this.remembered = new Remembered<>(MOST_REMEMBERED, joining == Joining.BY_PLUS ? this::several : this::single);
    }

    private enum Joining {
        BY_PLUS,
        NONE
    }

    /**
     * What a text came to.
     *
     * @param code one code, or several in code-point order joined by {@code +}; null when one is unknown
     * @param nearest the code that was probably meant, if one is near
     */
    record Reading(@Nullable String code, @Nullable String nearest) {}

    /** Techniques: by code, label or synonym, whatever the case; several joined by {@code +}. */
    static CatalogueCodes techniques(Settings settings) {
        return new CatalogueCodes(new TechniqueNames(settings).codes(), Joining.BY_PLUS);
    }

    /** Body regions: by code only. */
    static CatalogueCodes regions(Settings settings) {
        Map<String, String> codes = new HashMap<>();
        settings.regions().keySet().forEach(code -> codes.put(code, code));
        return new CatalogueCodes(codes, Joining.NONE);
    }

    Reading read(String text) {
        return remembered.of(text);
    }

    private Reading single(String text) {
        String code = spellings.get(text);
        return new Reading(code, code == null ? nearest(text) : null);
    }

    private Reading several(String text) {
        String single = spellings.get(TechniqueNames.folded(text));
        if (single != null) {
            return new Reading(single, null);
        }
        TreeSet<String> several = new TreeSet<>();
        for (String part : text.split("\\+", -1)) {
            String code = spellings.get(TechniqueNames.folded(part));
            if (code == null) {
                return new Reading(null, nearest(TechniqueNames.folded(part)));
            }
            several.add(code);
        }
        return new Reading(String.join("+", several), null);
    }

    private @Nullable String nearest(String spelling) {
        if (spelling.length() > LONGEST_GUESSED || guessed >= MOST_GUESSED) {
            return null;
        }
        guessed++;
        return NearestName.of(spelling, spellings.keySet()).map(spellings::get).orElse(null);
    }
}
