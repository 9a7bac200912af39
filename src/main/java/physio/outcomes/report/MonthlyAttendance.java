package physio.outcomes.report;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import physio.outcomes.privacy.PublishedRow;

/**
 * Sessions attended of those booked, by clinic and month. Some exports list attended sessions only: a clinic that lists no missed
 * session in a year would look perfect, so nothing is told of it, and it is left out of all clinics.
 */
final class MonthlyAttendance {
    private final MonthlySubject subject;

    MonthlyAttendance(MonthlySubject subject) {
        this.subject = subject;
    }

    /** Whether a clinic lists missed sessions, or any of all clinics does. */
    boolean isRecorded(String clinic) {
        return months(clinic).anyMatch(row -> Attendance.of(row).isRecorded());
    }

    /** Whether a month of a clinic's year is shown at all; else it cannot be known what it records. */
    boolean isShown(String clinic) {
        return months(clinic).anyMatch(row -> !row.isSuppressed());
    }

    /** Whether a clinic's year has months and none of them is shown. */
    boolean isHidden(String clinic) {
        return months(clinic).findAny().isPresent() && !isShown(clinic);
    }

    private Stream<PublishedRow> months(String clinic) {
        return subject.tables().activity().where(Map.of("clinic_id", clinic)).filter(subject::isOfYear);
    }

    /** The clinics, in order, that are known to list attended sessions only. */
    List<String> silent() {
        TreeSet<String> clinics = new TreeSet<>();
        subject.tables().activity().rows().forEach(row -> clinics.add(row.key("clinic_id")));
        clinics.remove(MonthlySubject.ALL);
        return clinics.stream()
                .filter(clinic -> isShown(clinic) && !isRecorded(clinic))
                .toList();
    }

    /** Of the month, and of a clinic or all. */
    Attendance of(String clinic) {
        return subject.activity(clinic).map(this::of).orElse(Attendance.UNKNOWN);
    }

    /** Of a row of activity. */
    Attendance of(PublishedRow row) {
        String clinic = row.key("clinic_id");
        if (!isRecorded(clinic)) {
            return Attendance.UNKNOWN;
        }
        return clinic.equals(MonthlySubject.ALL) ? withoutSilent(row) : Attendance.of(row);
    }

    private Attendance withoutSilent(PublishedRow all) {
        Attendance left = Attendance.of(all);
        for (String clinic : silent()) {
            left = left.without(subject.tables()
                    .activity()
                    .first(Map.of("clinic_id", clinic, "period", all.key("period")))
                    .map(Attendance::of)
                    .orElse(Attendance.UNKNOWN));
        }
        return left;
    }
}
