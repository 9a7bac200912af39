package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
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

    /** Distinct patients with a level among those given. */
    long patients(BitSet levels) {
        long[] patients = {0};
        long few = levels.isEmpty() ? 0 : levels.toLongArray()[0];
        ofFew.forEach((own, count) -> patients[0] += (own & few) != 0 ? count[0] : 0);
        ofMany.forEach((own, count) -> patients[0] += own.intersects(levels) ? count : 0);
        return patients[0];
    }
}
