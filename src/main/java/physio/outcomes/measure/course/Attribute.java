package physio.outcomes.measure.course;

/** What a session says in words, each held as a code of a {@link Vocabulary}. */
public enum Attribute {
    CLINIC("clinic_id"),
    TECHNIQUE("technique"),
    BODY_REGION("body_region"),
    CONDITION("condition"),
    CHRONICITY("chronicity"),
    AGE_BAND("age_band"),
    SEX("sex"),
    VISIT("visit"),
    /** A code of the key, where practitioners are compared. */
    PRACTITIONER("practitioner_key");

    private final String column;

    Attribute(String column) {
        this.column = column;
    }

    /** The column of the store that holds it. */
    public String column() {
        return column;
    }

    /** The attribute of a case-mix factor, which settings name by its column or, for the clinic, {@code clinic}. */
    public static Attribute ofFactor(String factor) {
        for (Attribute attribute : values()) {
            if (attribute.column.equals(factor.equals("clinic") ? CLINIC.column : factor)) {
                return attribute;
            }
        }
        throw new IllegalArgumentException("Unknown case-mix factor '" + factor + "'");
    }
}
