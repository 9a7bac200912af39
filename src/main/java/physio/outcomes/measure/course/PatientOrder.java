package physio.outcomes.measure.course;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Puts sessions into the order of patients, of each those attended before the others, and days. */
final class PatientOrder {
    private final long[] patients;
    private final int[] days;
    private final IntPredicate isAttended;

    PatientOrder(long[] patients, int[] days, IntPredicate isAttended) {
        this.patients = patients;
        this.days = days;
        this.isAttended = isAttended;
    }

    /** The places of the sessions in their order: counted out by patient and attendance, then each patient's few sorted by day. */
    int[] places() {
        long[] ids = Arrays.stream(patients).sorted().distinct().toArray();
        int[] ends = new int[2 * ids.length];
        int[] own = new int[patients.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = 2 * Arrays.binarySearch(ids, patients[i]) + (isAttended.test(i) ? 0 : 1);
            ends[own[i]]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        // A day and a place in one number, the day foremost.
        long[] ordered = new long[own.length];
        int[] next = ends.clone();
        for (int i = own.length - 1; i >= 0; i--) {
            ordered[--next[own[i]]] = ((long) days[i] << Integer.SIZE) | i;
        }
        for (int group = 0; group < ends.length; group++) {
            Arrays.sort(ordered, next[group], ends[group]);
        }
        return Arrays.stream(ordered).mapToInt(dayAndPlace -> (int) dayAndPlace).toArray();
    }
}
