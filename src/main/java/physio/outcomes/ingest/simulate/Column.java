package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/** Columns of a simulated file in their order, with what the data dictionary says of each. */
enum Column {
    SESSION_ID("text", "key of the record, `S` and a number"),
    PATIENT_ID("text", "pseudonym of the patient, `P` and a number"),
    CLINIC_ID("text", "`C01`, `C02`, …"),
    SESSION_DATE("date, ISO 8601", "day of the visit"),
    TECHNIQUE("code", "massage technique, see below; two in one session are joined by `+`"),
    PRACTITIONER_ID("text", "pseudonym of the practitioner, `T` and a number"),
    BODY_REGION("code", "`neck`, `shoulder`, `upper_back`, `low_back`, `hip`, `knee`, `foot_ankle`, `elbow_wrist`"),
    CONDITION("code", "`strain`, `overuse`, `osteoarthritis`, `nonspecific`, `post_surgical`, `tension_headache`"),
    CHRONICITY("code", "`acute`, `subacute`, `chronic`, at the start of the episode"),
    AGE_BAND("band, years", "`20-29`, `30-39`, … `80-89`, `90+`"),
    SEX("code", "`female`, `male`"),
    DURATION_MIN("minutes", "20, 30, 45 or 60; empty when not attended"),
    ATTENDANCE("code", "`attended`, `cancelled`, `did_not_attend`; only attended sessions carry scores"),
    ADVERSE_EVENT("code", "`none`, `soreness`, `bruising`, `dizziness`; empty when not attended"),
    PAIN_BEFORE("points, 0–10", "pain (NPRS) before the session, whole points, lower is better"),
    PAIN_AFTER("points, 0–10", "pain (NPRS) after the session, whole points, lower is better"),
    MOBILITY_BEFORE("%, 0–100", "range of motion before the session, % of normal, whole, higher is better"),
    MOBILITY_AFTER("%, 0–100", "range of motion after the session, % of normal, whole, higher is better"),
    SLEEP_SCORE("points, 0–21", "sleep (PSQI) at the visit, of the patient, whole points, lower is better"),
    FUNCTION_SCORE("points, 0–10", "function (PSFS) at the visit, whole points, higher is better"),
    STRESS_SCORE("points, 0–40", "stress (PSS-10) at the visit, of the patient, whole points, lower is better");

    static final List<Column> ALL = List.of(values());

    private final String unit;
    private final String meaning;

    Column(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }
}
