package physio.outcomes.compare.sums;

import java.io.Serializable;

/** Which small models a row belongs to, and what it has in their columns. */
interface GroupModels extends Serializable {
    /** How many models there can be; a model's number is below. */
    int size();

    /** Columns of each model, the intercept the first. */
    int columns();

    /** Whether rows of a sample, by its place in the study, belong to any. */
    boolean isOf(int sample);

    /** Tells the models of a row of such a sample. */
    void models(AnalysisRow row, Taker taker);

    /** Takes a row of a model. */
    interface Taker {
        /** The columns are read before the call returns. */
        void take(int model, long response, long... columns);
    }
}
