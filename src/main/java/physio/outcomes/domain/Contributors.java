package physio.outcomes.domain;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Who stands behind a row of results, as far as its protection goes by it.
 *
 * @param patients distinct ones
 * @param largest for each additive count of the row, in the order of its columns, the most of it that one patient gave; empty where that is not known
 * @param isDominated whether two patients gave more than nine tenths of the rows
 * @param grid the step of the scores that means are of, in their unit; absent where there are none
 * @param isAlike whether all rows fared alike, so that the row tells how each of its patients did
 */
public record Contributors(
        long patients, List<Long> largest, OptionalDouble grid, boolean isDominated, boolean isAlike) {

    /** Of whom only the number is known. */
    public static Contributors of(long patients) {
        return new Contributors(patients, List.of(), OptionalDouble.empty(), false, false);
    }
}
