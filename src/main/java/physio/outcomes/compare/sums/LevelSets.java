package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How many patients have which levels of one factor among their rows. Patients of several levels are kept by the set, so that the
 * number of distinct patients of any group of levels is known.
 */
final class LevelSets implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final LongSums ofOne = new LongSums(1);
    private final HashMap<BitSet, Long> ofSeveral = new HashMap<>();
    private final BitSet own = new BitSet();
    private int only = NONE;

    void take(int level) {
        if (level != only) {
            if (only >= 0) {
                own.set(only);
            }
            own.set(level);
            only = only == NONE ? level : SEVERAL;
        }
    }

    void endOfPatient() {
        if (only >= 0) {
            ofOne.add(only, 1);
        } else if (only == SEVERAL) {
            ofSeveral.merge((BitSet) own.clone(), 1L, Math::addExact);
        }
        if (only != NONE) {
            own.clear();
            only = NONE;
        }
    }

    void merge(LevelSets other) {
        ofOne.merge(other.ofOne);
        other.ofSeveral.forEach((levels, count) -> ofSeveral.merge(levels, count, Math::addExact));
    }

    /** Distinct patients with a level among those given. */
    long patients(BitSet levels) {
        long alone = levels.stream().mapToLong(level -> ofOne.of(level)[0]).sum();
        return alone
                + ofSeveral.entrySet().stream()
                        .filter(entry -> entry.getKey().intersects(levels))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
