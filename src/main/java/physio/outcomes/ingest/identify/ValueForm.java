package physio.outcomes.ingest.identify;

/**
 * A form of value that identifies people, and when a column is taken to hold it: from {@code least} such values on that are more than
 * {@code share} of those that are not empty.
 */
enum ValueForm {
    /**
     * No code, id or label looks like one by chance, so that a small share will do: beyond one in a hundred it is no slip, and in a
     * file of fewer records a single one is beyond it.
     */
    EMAIL(IdentifierKind.EMAIL, 0.01, 1),
    /** With + or grouped as people write them: hardly by chance. */
    PHONE(IdentifierKind.PHONE, 0.1, 1),
    /** Digits only, with a prefix of a trunk or mobile network: some ids look so. */
    PHONE_DIGITS(IdentifierKind.PHONE, 0.5, 10),
    /** In two parts: hardly by chance. */
    POSTCODE(IdentifierKind.POSTCODE, 0.1, 1),
    /** In one part: some ids look so. */
    POSTCODE_JOINED(IdentifierKind.POSTCODE, 0.5, 10),
    /** Ten digits that pass the check: one in eleven numbers does by chance. */
    NHS_NUMBER(IdentifierKind.NHS_NUMBER, 0.5, 10),
    /** A day between 1900 and 1990, when no session is taken: people born since are beside those born before. */
    BIRTH_DATE(IdentifierKind.BIRTH_DATE, 0.2, 10);

    /** So many e-mail addresses are a leak in a file of any size. */
    private static final long MANY_EMAILS = 10;

    private final IdentifierKind kind;
    private final double share;
    private final long least;

    ValueForm(IdentifierKind kind, double share, long least) {
        this.kind = kind;
        this.share = share;
        this.least = least;
    }

    IdentifierKind kind() {
        return kind;
    }

    /** Whether a column holds this, with {@code found} of its {@code values}. */
    boolean isHeld(long found, long values) {
        return (found >= least && found > share * values) || (this == EMAIL && found >= MANY_EMAILS);
    }
}
