package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A factor of a model with its levels in order. */
public final class Factor implements Serializable {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final ArrayList<String> levels;

    public Factor(String name, List<String> levels) {
        this.name = name;
        this.levels = new ArrayList<>(levels);
    }

    /** As settings name it; {@code technique} and {@code visit} are two more. */
    public String name() {
        return name;
    }

    /** The levels; a level's place is its number. */
    public List<String> levels() {
        return Collections.unmodifiableList(levels);
    }

    /** How many levels. */
    public int size() {
        return levels.size();
    }

    /** The number of a level, −1 for one that is not there. */
    public int level(String value) {
        return levels.indexOf(value);
    }

    /** The name of a level's column, as R gives it. */
    public String term(int level) {
        return name + levels.get(level);
    }
}
