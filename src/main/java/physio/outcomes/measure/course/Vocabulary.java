package physio.outcomes.measure.course;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of each attribute in order, so that codes compare as the values do; a missing value is {@link #MISSING}. */
public final class Vocabulary implements Serializable {
    /** The code of no value, before all others. */
    public static final int MISSING = -1;
    /** The region of a complaint that no region is recorded for. */
    public static final String UNKNOWN = "unknown";
    /** The level of a session with several techniques. */
    public static final String COMBINED = "combined";
    /** The level of an episode without one technique. */
    public static final String MIXED = "mixed";

    private static final long serialVersionUID = 1L;
    private final EnumMap<Attribute, ArrayList<String>> values = new EnumMap<>(Attribute.class);

    /** From the values found, in any order; the levels that definitions add are added. */
    public Vocabulary(Map<Attribute, ? extends Iterable<String>> found) {
        for (Attribute attribute : Attribute.values()) {
            TreeSet<String> sorted = new TreeSet<>();
            Iterable<String> own = found.get(attribute);
            if (own != null) {
                own.forEach(sorted::add);
            }
            values.put(attribute, new ArrayList<>(sorted));
        }
        add(Attribute.BODY_REGION, UNKNOWN);
        add(Attribute.TECHNIQUE, COMBINED);
        add(Attribute.TECHNIQUE, MIXED);
    }

    private void add(Attribute attribute, String value) {
        TreeSet<String> sorted = new TreeSet<>(values(attribute));
        sorted.add(value);
        values.put(attribute, new ArrayList<>(sorted));
    }

    /** The values of an attribute; the place of one is its code. */
    public List<String> values(Attribute attribute) {
        ArrayList<String> own = values.get(attribute);
        return own == null ? List.of() : Collections.unmodifiableList(own);
    }

    /** The code of a value; {@link #MISSING} for none and for one that is not in the vocabulary. */
    public int code(Attribute attribute, @Nullable String value) {
        return value == null ? MISSING : Math.max(MISSING, Collections.binarySearch(values(attribute), value));
    }

    /** The value of a code. */
    public String value(Attribute attribute, int code) {
        return values(attribute).get(code);
    }
}
