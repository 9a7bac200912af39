package physio.outcomes.catalogue;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Measure.ScoreColumn;

/** The names of the canonical session record, once for all. */
public final class CanonicalColumns {
    public static final String SESSION_ID = "session_id";
    public static final String PATIENT_ID = "patient_id";
    public static final String CLINIC_ID = "clinic_id";
    public static final String SESSION_DATE = "session_date";
    public static final String TECHNIQUE = "technique";
    public static final String EPISODE_ID = "episode_id";
    public static final String PRACTITIONER_ID = "practitioner_id";
    public static final String BODY_REGION = "body_region";
    public static final String CONDITION = "condition";
    public static final String CHRONICITY = "chronicity";
    public static final String AGE_BAND = "age_band";
    public static final String SEX = "sex";
    public static final String VISIT = "visit";
    public static final String DURATION_MIN = "duration_min";
    public static final String ATTENDANCE = "attendance";
    public static final String ADVERSE_EVENT = "adverse_event";

    /** Without these a file is refused. */
    public static final List<String> REQUIRED = List.of(SESSION_ID, PATIENT_ID, CLINIC_ID, SESSION_DATE, TECHNIQUE);

    /** What {@link #ATTENDANCE} can be. */
    public static final List<String> ATTENDANCES = List.of("attended", "cancelled", "did_not_attend");

    private static final List<String> OPTIONAL = List.of(
            EPISODE_ID,
            PRACTITIONER_ID,
            BODY_REGION,
            CONDITION,
            CHRONICITY,
            AGE_BAND,
            SEX,
            VISIT,
            DURATION_MIN,
            ATTENDANCE,
            ADVERSE_EVENT);

    private CanonicalColumns() {}

    /** All names: the needed ones, the optional ones, then the scores of the settings' measures. */
    public static List<String> names(Settings settings) {
        List<String> names = new ArrayList<>(REQUIRED);
        names.addAll(OPTIONAL);
        settings.scoreColumns().stream().map(ScoreColumn::name).forEach(names::add);
        return names;
    }
}
