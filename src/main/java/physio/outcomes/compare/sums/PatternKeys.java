package physio.outcomes.compare.sums;

import java.io.Serializable;

/** Numbers the combinations of technique, case mix and score: mixed radix, so that a number tells its levels. */
final class PatternKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] radices;

    /** For a technique, levels of case mix and a score, whole numbers from 0, each below its radix. */
    PatternKeys(int... radices) {
        this.radices = radices.clone();
        long all = 1;
        for (int radix : radices) {
            all = Math.multiplyExact(all, radix);
        }
    }

    /** The key of a combination of levels, whatever stands behind those of case mix, and a score. */
    long ofLevels(int[] levels, int score) {
        return key(levels, 0, score);
    }

    /** The key of a combination of case mix and score, whatever the technique. */
    long ofCaseMix(int[] levels, int score) {
        return key(levels, 1, score);
    }

    private long key(int[] levels, int from, int score) {
        int last = radices.length - 1;
        long key = 0;
        for (int i = from; i < last; i++) {
            key = key * radices[i] + levels[i];
        }
        return key * radices[last] + score;
    }

    int[] digits(long key) {
        int[] digits = new int[radices.length];
        long left = key;
        for (int i = radices.length - 1; i >= 0; i--) {
            digits[i] = (int) (left % radices[i]);
            left /= radices[i];
        }
        return digits;
    }
}
