package physio.outcomes.measure.course;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Puts sessions into the order of patients, whoever was there last first, of each those attended before the others, and days. So most blocks hold no session of
 * late, and what is about late days alone leaves them out.
 */
final class PatientOrder {
    private final long[] patients;
    private final int[] days;
    private final IntPredicate isAttended;

    PatientOrder(long[] patients, int[] days, IntPredicate isAttended) {
        this.patients = patients;
        this.days = days;
        this.isAttended = isAttended;
    }

    /** The places of the sessions in their order: counted out by patient and attendance, then each patient's few sorted by day, and the patients by their last. */
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
        int[] places = new int[own.length];
        int at = 0;
        for (int patient : latestFirst(ordered, next, ends)) {
            for (int i = next[2 * patient]; i < ends[2 * patient + 1]; i++) {
                places[at++] = (int) ordered[i];
            }
        }
        return places;
    }

    private static int[] latestFirst(long[] ordered, int[] starts, int[] ends) {
        long[] patients = new long[ends.length / 2];
        for (int patient = 0; patient < patients.length; patient++) {
            int last = Integer.MIN_VALUE;
            for (int group = 2 * patient; group <= 2 * patient + 1; group++) {
                last = ends[group] == starts[group]
                        ? last
                        : Math.max(last, (int) (ordered[ends[group] - 1] >> Integer.SIZE));
            }
            // The last day upside down and the patient in one number, the day foremost.
            patients[patient] = ((long) ~last << Integer.SIZE) | patient;
        }
        Arrays.sort(patients);
        return Arrays.stream(patients)
                .mapToInt(dayAndPatient -> (int) dayAndPatient)
                .toArray();
    }
}
