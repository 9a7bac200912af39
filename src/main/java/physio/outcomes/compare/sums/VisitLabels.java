package physio.outcomes.compare.sums;

import java.util.BitSet;
import physio.outcomes.measure.course.Vocabulary;

/** The labels of an episode's visits so far: one that comes again counts once. */
final class VisitLabels {
    private final BitSet seen = new BitSet();

    /** A visit by the code of its label, or −1 − n for the n-th without one. */
    static int visit(int label, int number) {
        return label == Vocabulary.MISSING ? -1 - number : label;
    }

    /** Whether the visit is the first under its label; one without a label always is. */
    boolean isNew(int visit) {
        if (visit < 0) {
            return true;
        }
        boolean isNew = !seen.get(visit);
        seen.set(visit);
        return isNew;
    }
}
