package physio.outcomes.measure.course;

import java.util.Arrays;

/** Puts sessions into the order of patients and days. */
final class PatientOrder {
    private final long[] patients;
    private final int[] days;

    PatientOrder(long[] patients, int[] days) {
        this.patients = patients;
        this.days = days;
    }

    /** The places of the sessions in their order: counted out by patient, then each patient's few sorted by day. */
    int[] places() {
        long[] ids = Arrays.stream(patients).sorted().distinct().toArray();
        int[] ends = new int[ids.length];
        int[] own = new int[patients.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = Arrays.binarySearch(ids, patients[i]);
            ends[own[i]]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        // A day and a place in one number, the day foremost.
        long[] ordered = new long[own.length];
        int[] next = ends.clone();
        for (int i = own.length - 1; i >= 0; i--) {
            ordered[--next[own[i]]] = ((long) days[i] << Integer.SIZE) | i;
        }
        for (int patient = 0; patient < ids.length; patient++) {
            Arrays.sort(ordered, next[patient], ends[patient]);
        }
        return Arrays.stream(ordered).mapToInt(dayAndPlace -> (int) dayAndPlace).toArray();
    }
}
