package physio.outcomes.store;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import physio.outcomes.domain.UserException;
import physio.outcomes.store.Releases.ClinicMonth;

/**
 * Clinics' months that were released with a patient in them who was erased since. What they would be without the patient may not be shown beside what they
 * were: the difference is the patient.
 */
final class WithdrawnMonths {
    private final Set<ClinicMonth> months = new TreeSet<>();

    /** The last month whose report was released with one of them. */
    private YearMonth released = YearMonth.of(1, 1);

    /** Of a store; none where the releases were taken back. */
    WithdrawnMonths(ErasedPatients erased, Releases releases) {
        List<ReleaseRecord> records = erased.shown().isEmpty() ? List.of() : releases.recorded();
        erased.shown().forEach((of, release) -> {
            boolean isTakenBack = records.stream()
                    .anyMatch(record ->
                            record.number() > release && record.release().takesBack());
            if (!isTakenBack) {
                months.add(of);
                records.stream()
                        .filter(record -> record.number() <= release)
                        .map(record -> record.release().month())
                        .filter(month -> month.isAfter(released))
                        .max(Comparator.naturalOrder())
                        .ifPresent(month -> released = month);
            }
        });
    }

    /** All of them, for reports of later months. */
    Set<ClinicMonth> all() {
        return months;
    }

    /**
     * Checks that the report of a month was not released before with one of them.
     *
     * @throws UserException when it was
     */
    void checkNotReleased(YearMonth month) {
        boolean isIn = months.stream().anyMatch(of -> !of.month().isAfter(month));
        if (isIn && !month.isAfter(released)) {
            throw UserException.usage("The report of " + month + " cannot be made again: a patient was erased since it"
                    + " was first made, who could be told from the two. Keep that one; the report of "
                    + released.plusMonths(1)
                    + " leaves the months of that patient's clinics out. If no report or export was passed on, 'report"
                    + " --with-late-records' makes it.");
        }
    }
}
