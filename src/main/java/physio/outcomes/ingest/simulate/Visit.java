package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Map;

/**
 * A booked session as it went.
 *
 * @param day epoch day
 * @param before scores of all instruments; empty unless attended
 * @param after scores of the instruments scored twice; empty unless attended
 */
record Visit(
        long day,
        Attendance attendance,
        Treatment treatment,
        Map<Instrument, Integer> before,
        Map<Instrument, Integer> after) {
    enum Attendance {
        ATTENDED,
        CANCELLED,
        DID_NOT_ATTEND
    }

    static Visit missed(long day, Attendance attendance, Treatment treatment) {
        return new Visit(day, attendance, treatment, Map.of(), Map.of());
    }

    boolean isAttended() {
        return attendance == Attendance.ATTENDED;
    }

    static List<Visit> attended(List<Visit> visits) {
        return visits.stream().filter(Visit::isAttended).toList();
    }
}
