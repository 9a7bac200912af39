package physio.outcomes.ingest.simulate;

import java.util.List;

/** What is wrong with a dirty row: a copy of the row above it, spoilt, with a session id of its own. */
enum Fault {
    SCORE_OUT_OF_RANGE("pain before the session above 10", Column.PAIN_BEFORE, "14"),
    UNKNOWN_TECHNIQUE("a technique that no catalogue lists", Column.TECHNIQUE, "moonlight_kneading"),
    IMPOSSIBLE_DATE("30 February", Column.SESSION_DATE, "2023-02-30"),
    DECIMAL_COMMA("a score with a decimal comma, such as `62,5`", Column.MOBILITY_BEFORE, "62,5"),
    MISSING_CLINIC("no clinic", Column.CLINIC_ID, ""),
    ABSURD_DATE("a session in 1900", Column.SESSION_DATE, "1900-01-01"),
    EXACT_DUPLICATE("the row above again, its session id included", Column.SESSION_ID, "");

    static final List<Fault> ALL = List.of(values());

    private final String meaning;
    private final Column column;
    private final String text;

    Fault(String meaning, Column column, String text) {
        this.meaning = meaning;
        this.column = column;
        this.text = text;
    }

    String meaning() {
        return meaning;
    }

    /** The spoilt copy; its number is used unless the fault is to have the same one. */
    SessionRecord spoil(SessionRecord clean, long sessionNumber) {
        return this == EXACT_DUPLICATE ? clean : clean.withNumber(sessionNumber).with(column, text);
    }
}
