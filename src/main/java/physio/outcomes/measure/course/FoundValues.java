package physio.outcomes.measure.course;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values of attributes in the order in which a task came across them: what its codes mean until all tasks agree on a vocabulary. */
public final class FoundValues implements Serializable {
    private static final long serialVersionUID = 1L;
    private final EnumMap<Attribute, ArrayList<String>> values = new EnumMap<>(Attribute.class);

    /** The code of a value; a new one gets the next. */
    public int code(Attribute attribute, String value) {
        ArrayList<String> own = values.computeIfAbsent(attribute, none -> new ArrayList<>());
        int known = own.indexOf(value);
        if (known < 0) {
            own.add(value);
        }
        return known < 0 ? own.size() - 1 : known;
    }

    /** What turns another's codes into these; its values that are new here get codes. */
    public Map<Attribute, int[]> add(FoundValues other) {
        Map<Attribute, int[]> changes = new EnumMap<>(Attribute.class);
        other.values.forEach((attribute, own) -> changes.put(
                attribute,
                own.stream().mapToInt(value -> code(attribute, value)).toArray()));
        return changes;
    }

    /** The same values, to which nothing is added when it is here. */
    public FoundValues copy() {
        FoundValues copy = new FoundValues();
        copy.add(this);
        return copy;
    }

    /** The values of each attribute that has any. */
    public Map<Attribute, Set<String>> sets() {
        Map<Attribute, Set<String>> sets = new EnumMap<>(Attribute.class);
        values.forEach((attribute, own) -> sets.put(attribute, new TreeSet<>(own)));
        return sets;
    }

    /** What turns these codes into a vocabulary's. */
    public Map<Attribute, int[]> into(Vocabulary vocabulary) {
        Map<Attribute, int[]> changes = new EnumMap<>(Attribute.class);
        values.forEach((attribute, own) -> changes.put(
                attribute,
                List.copyOf(own).stream()
                        .mapToInt(value -> vocabulary.code(attribute, value))
                        .toArray()));
        return changes;
    }
}
