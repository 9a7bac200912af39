package physio.outcomes.disclosure;

import java.time.YearMonth;
import java.util.List;

/**
 * A session of a made-up patient.
 *
 * @param episode its number over all patients
 * @param before scores in steps by the measure's place, {@link #NONE} where missing
 * @param after likewise
 */
record Visit(
        int patient,
        int episode,
        String clinic,
        String region,
        String technique,
        YearMonth month,
        boolean isAttended,
        List<Integer> before,
        List<Integer> after) {
    static final int NONE = -1;

    boolean isScoredBefore(int measure) {
        return before.get(measure) != NONE;
    }

    boolean isScoredAfter(int measure) {
        return after.get(measure) != NONE;
    }
}
