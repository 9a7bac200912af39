package physio.outcomes.measure.course;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Which technique an episode is attributed to: the one of at least a share of its sessions, else {@code mixed}. */
final class Attribution implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The share as a fraction of whole numbers, so that two of three is at least 0.66 and never rounds. */
    private final long numerator;

    private final long denominator;
    private final int techniques;
    private final int mixed;
    private final int combined;

    Attribution(BigDecimal share, Vocabulary vocabulary) {
        this.numerator = share.movePointRight(share.scale()).longValueExact();
        this.denominator = BigInteger.TEN.pow(Math.max(0, share.scale())).longValueExact();
        this.techniques = vocabulary.values(Attribute.TECHNIQUE).size();
        this.mixed = vocabulary.code(Attribute.TECHNIQUE, Vocabulary.MIXED);
        this.combined = vocabulary.code(Attribute.TECHNIQUE, Vocabulary.COMBINED);
    }

    /** The technique of sessions before a day. */
    int technique(SessionBlock block, int[] sessions, int count, int beforeDay) {
        int[] uses = new int[techniques];
        int all = 0;
        while (all < count && block.day(sessions[all]) < beforeDay) {
            uses[block.code(Attribute.TECHNIQUE, sessions[all])]++;
            all++;
        }
        for (int technique = 0; technique < techniques; technique++) {
            if (uses[technique] > 0 && uses[technique] * denominator >= numerator * all) {
                return technique;
            }
        }
        return mixed;
    }

    int combined() {
        return combined;
    }
}
