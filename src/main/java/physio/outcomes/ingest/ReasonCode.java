package physio.outcomes.ingest;

import java.util.Locale;
import physio.outcomes.ingest.text.Damage;

/** Why a record is in quarantine, each with a sentence that says what was expected. */
public enum ReasonCode {
    MISSING_VALUE("a needed value is missing"),
    FIELD_COUNT("the record has more or fewer fields than the header"),
    BAD_DATE(
            "the date does not exist or is not written as declared (ISO, YYYY-MM-DD, unless the mapping says otherwise)"),
    DATE_IN_FUTURE("the date lies after the as-of date"),
    DATE_BEFORE_1990("the date lies before 1990"),
    BAD_NUMBER("the value is not a plain number with the declared decimal mark"),
    OUT_OF_RANGE("the number lies outside its range"),
    OFF_GRID("the score is not one that the instrument can give"),
    UNKNOWN_TECHNIQUE("the technique is neither a code nor a synonym in the catalogue"),
    UNKNOWN_REGION("the body region is not in the catalogue"),
    BAD_CODE("the value is not a code of the kind that the column takes"),
    RESERVED_CODE("all, combined, mixed and unknown mean something else and cannot be codes"),
    DAMAGED_ID("a spreadsheet seems to have turned the id into a number or an error"),
    SCORE_WITHOUT_ATTENDANCE("a session that did not take place carries a score"),
    CONFLICTING_SESSION("the file holds the same session id with other content"),
    STRAY_QUOTE("a quote stands where none may, or one is never closed"),
    FIELD_TOO_LONG("a field is longer than 64 KiB"),
    RECORD_TOO_LONG("the record is longer than 1 MiB"),
    INVALID_TEXT("the record holds bytes that are no text in the declared character set"),
    NUL_BYTE("the record holds a zero byte");

    private final String sentence;

    ReasonCode(String sentence) {
        this.sentence = sentence;
    }

    static ReasonCode of(Damage damage) {
        return switch (damage) {
            case STRAY_QUOTE -> STRAY_QUOTE;
            case FIELD_TOO_LONG -> FIELD_TOO_LONG;
            case RECORD_TOO_LONG -> RECORD_TOO_LONG;
            case INVALID_TEXT -> INVALID_TEXT;
            case NUL_BYTE -> NUL_BYTE;
        };
    }

    /** The code in tables and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong, for people. */
    public String sentence() {
        return sentence;
    }
}
