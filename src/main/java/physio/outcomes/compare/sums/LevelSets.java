package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import physio.outcomes.measure.sums.LongSums;

/**
 * How many patients have which levels of one factor among their rows. Patients are kept by their set of levels, so that the number of
 * distinct patients of any group of levels is known.
 */
final class LevelSets implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Sets of levels below this are a number, a bit for each level. */
    private static final int FEW = Long.SIZE - 1;

    private final LongSums ofFew = new LongSums(1);
    private final HashMap<BitSet, Long> ofMany = new HashMap<>();
    private final BitSet manyOwn = new BitSet();
    private long own;

    void take(int level) {
        if (level < FEW) {
            own |= 1L << level;
        } else {
            manyOwn.set(level);
        }
    }

    void endOfPatient() {
        if (!manyOwn.isEmpty()) {
            BitSet all = (BitSet) manyOwn.clone();
            all.or(BitSet.valueOf(new long[] {own}));
            ofMany.merge(all, 1L, Math::addExact);
            manyOwn.clear();
        } else if (own != 0) {
            ofFew.add(own, 1);
        }
        own = 0;
    }

    void merge(LevelSets other) {
        ofFew.merge(other.ofFew);
        other.ofMany.forEach((levels, count) -> ofMany.merge(levels, count, Math::addExact));
    }

    /**
     * Which of so many levels are to be one: the rare ones, those that nobody has among them, and then the next-rarest until what is pooled
     * is not rare.
     */
    private BitSet rare(int levels, int below) {
        Map<Integer, Long> patients = new LinkedHashMap<>();
        for (int level = 0; level < levels; level++) {
            BitSet one = new BitSet();
            one.set(level);
            patients.put(level, patients(one));
        }
        List<Map.Entry<Integer, Long>> fewestFirst = new ArrayList<>(patients.entrySet());
        fewestFirst.sort(Map.Entry.comparingByValue());
        BitSet pooled = new BitSet();
        for (Map.Entry<Integer, Long> next : fewestFirst) {
            boolean isRare = next.getValue() < below;
            if (isRare || (patients(pooled) > 0 && patients(pooled) < below)) {
                pooled.set(next.getKey());
            }
        }
        return pooled;
    }

    /** The rare ones among a factor's levels, by name. */
    Set<String> rare(Factor factor, int below) {
        Set<String> names = new TreeSet<>();
        rare(factor.size(), below).stream()
                .forEach(level -> names.add(factor.levels().get(level)));
        return names;
    }

    /** Distinct patients with a level among those given. */
    long patients(BitSet levels) {
        long[] patients = {0};
        long few = levels.isEmpty() ? 0 : levels.toLongArray()[0];
        ofFew.forEach((own, count) -> patients[0] += (own & few) != 0 ? count[0] : 0);
        ofMany.forEach((own, count) -> patients[0] += own.intersects(levels) ? count : 0);
        return patients[0];
    }
}
