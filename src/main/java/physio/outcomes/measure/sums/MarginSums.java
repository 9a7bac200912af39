package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.util.function.LongUnaryOperator;

/**
 * {@link ClusteredSums} of clinics, or other parts, and of all parts together. Most patients have rows in one part alone: they are summed there, and the margin
 * gets them in the end, with the whole part.
 */
public final class MarginSums implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int values;
    private final int totals;

    /** Of patients with one part, without margins. */
    private final ClusteredSums ofOne;

    /** Of the other patients, with margins. */
    private final ClusteredSums ofSeveral;

    private boolean hasOnePart;

    /** With so many values a row. */
    public MarginSums(int values) {
        this(values, 0);
    }

    /** With so many values a row, and behind these so many of which the sum alone is kept. */
    public MarginSums(int values, int totals) {
        this.values = values;
        this.totals = totals;
        this.ofOne = new ClusteredSums(values, totals);
        this.ofSeveral = new ClusteredSums(values, totals);
    }

    /**
     * Begins a patient.
     *
     * @param isOfOnePart whether all rows that will come are of one part
     */
    public void begin(boolean isOfOnePart) {
        hasOnePart = isOfOnePart;
    }

    /**
     * A row of a group, as {@link ClusteredSums#add} takes it.
     *
     * @param own the group in its part
     * @param all the same group of all parts
     */
    public void add(long own, long all, int episode, long... row) {
        if (hasOnePart) {
            ofOne.add(own, episode, row);
        } else {
            ofSeveral.add(own, episode, row);
            ofSeveral.add(all, episode, row);
        }
    }

    /** Sums what the patient at hand gave. */
    public void endOfPatient() {
        (hasOnePart ? ofOne : ofSeveral).endOfPatient();
    }

    /** Adds all of another, which has no patient in common. */
    public void merge(MarginSums other) {
        ofOne.merge(other.ofOne);
        ofSeveral.merge(other.ofSeveral);
    }

    /**
     * The sums of all groups.
     *
     * @param all for a group in its part, the same of all parts
     */
    public ClusteredSums withMargins(LongUnaryOperator all) {
        ClusteredSums sums = new ClusteredSums(values, totals);
        sums.merge(ofSeveral);
        sums.merge(ofOne);
        sums.merge(ofOne, all);
        return sums;
    }
}
