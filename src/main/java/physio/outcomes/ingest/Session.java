package physio.outcomes.ingest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted session record, its ids keyed.
 *
 * @param technique a code, or several in code-point order joined by {@code +}
 * @param scores by the settings' score columns, in whole steps of the measure; null where missing
 */
public record Session(
        SessionKey key,
        long patientKey,
        @Nullable Long episodeKey,
        @Nullable Long practitionerKey,
        String clinic,
        LocalDate date,
        String technique,
        @Nullable String bodyRegion,
        @Nullable String condition,
        @Nullable String chronicity,
        @Nullable String ageBand,
        @Nullable String sex,
        @Nullable String visit,
        @Nullable Integer durationMin,
        Attendance attendance,
        @Nullable String adverseEvent,
        List<@Nullable Integer> scores) {}
