package physio.outcomes.compare.sums;

import java.io.Serializable;

/** Numbers the combinations of levels and scores: mixed radix, so that a number tells its levels. */
final class PatternKeys implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] radices;

    /** For vectors of whole numbers from 0, each below its radix. */
    PatternKeys(int... radices) {
        this.radices = radices.clone();
        long all = 1;
        for (int i = 0; i < radices.length; i++) {
            // A factor without levels, such as the visit where nobody came twice, has one key.
            this.radices[i] = Math.max(1, radices[i]);
            all = Math.multiplyExact(all, this.radices[i]);
        }
    }

    /** The key of a combination of levels, with another visit, and score. */
    long ofLevels(int[] levels, int visit, int score) {
        long key = 0;
        int last = levels.length - 1;
        for (int i = 0; i < last; i++) {
            key = key * radices[i] + levels[i];
        }
        return (key * radices[last] + visit) * radices[last + 1] + score;
    }

    /** The key of a combination of case mix and score, whatever technique and visit. */
    long ofCaseMix(int[] levels, int score) {
        long key = 0;
        for (int i = 1; i < levels.length - 1; i++) {
            key = key * radices[i] + levels[i];
        }
        return key * radices[levels.length] + score;
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
