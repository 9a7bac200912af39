package physio.outcomes.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import physio.outcomes.ingest.text.Damage;

/** Why a record is in quarantine: each with a sentence that says what is wrong, and with the remedy. */
public enum ReasonCode implements Rule {
    MISSING_VALUE(Kind.COMPLETENESS, "a needed value is missing", "fill it in, or leave the record out of the export"),
    FIELD_COUNT(
            Kind.CONFORMANCE,
            "the record has more or fewer fields than the header",
            "look for a delimiter in a text that is not quoted, or for a line that breaks off"),
    BAD_DATE(
            Kind.CONFORMANCE,
            "the date does not exist or is not written as declared (ISO, YYYY-MM-DD, unless the mapping says otherwise)",
            "export dates as YYYY-MM-DD, or declare how they are written in the mapping (format: dd.MM.yyyy);"
                    + " a number such as a spreadsheet keeps is no date"),
    DATE_IN_FUTURE(
            Kind.CONFORMANCE,
            "the date lies after the as-of date",
            "correct the date; for planned sessions leave the record out, or give the right day with --as-of"),
    DATE_BEFORE_1990(
            Kind.CONFORMANCE,
            "the date lies before 1990",
            "correct the date; a year of two digits or a birth date in the wrong column gives such days"),
    BAD_NUMBER(
            Kind.CONFORMANCE,
            "the value is not a plain number with the declared decimal mark",
            "write digits only, with the decimal mark that the mapping declares (csv: {decimal: \",\"});"
                    + " name words that mean missing there (csv: {missing: [NA]})"),
    OUT_OF_RANGE(
            Kind.CONFORMANCE,
            "the number lies outside its range",
            "correct the number; if the scale is another one, give its factor in the mapping (scale: 0.1)"),
    OFF_GRID(
            Kind.CONFORMANCE,
            "the score is not one that the instrument can give",
            "correct the score; if the instrument has finer steps, set the measure's step"),
    UNKNOWN_TECHNIQUE(
            Kind.CONFORMANCE,
            "the technique is neither a code nor a synonym in the catalogue",
            "correct the spelling, or add it to the settings as a technique or as a synonym of one"),
    UNKNOWN_REGION(
            Kind.CONFORMANCE,
            "the body region is not in the catalogue",
            "correct the spelling, or add the region to the settings"),
    BAD_CODE(
            Kind.CONFORMANCE,
            "the value is not a code of the kind that the column takes",
            "use a code of the data dictionary, or turn the export's words into codes in the mapping (values: {…})"),
    RESERVED_CODE(
            Kind.CONFORMANCE,
            "all, combined, mixed and unknown mean something else and cannot be codes",
            "give the clinic another code"),
    DAMAGED_ID(
            Kind.CONFORMANCE,
            "a spreadsheet seems to have turned the id into a date, a number or an error",
            "export again without opening the file in a spreadsheet, or with the column formatted as text"),
    BAD_ID(
            Kind.CONFORMANCE,
            "the id holds control characters or is longer than 200 characters",
            "export the plain id, and look for a line break or a free text in its place"),
    DAMAGED_CODE(
            Kind.CONFORMANCE,
            "a spreadsheet seems to have turned the code into a date, a number or an error",
            "export again without opening the file in a spreadsheet, or with the column formatted as text"),
    SCORE_WITHOUT_ATTENDANCE(
            Kind.CONFORMANCE,
            "a session that did not take place carries a score",
            "remove the score, or correct the attendance"),
    CONFLICTING_SESSION(
            Kind.CONFORMANCE,
            "the file holds the same session id with other content",
            "leave only the record that is right"),
    STRAY_QUOTE(
            Kind.CONFORMANCE,
            "a quote stands where none may stand, or is never closed",
            "double quotes inside a text (\"\"), and put the whole text in quotes"),
    FIELD_TOO_LONG(
            Kind.CONFORMANCE,
            "a field is longer than 64 KiB",
            "look for a quote that is never closed, or leave the text out of the export"),
    RECORD_TOO_LONG(
            Kind.CONFORMANCE,
            "the record is longer than 1 MiB",
            "look for a quote that is never closed or for lines without an end"),
    INVALID_TEXT(
            Kind.CONFORMANCE,
            "the record holds bytes that are no text in the declared character set",
            "declare the right one in the mapping (csv: {charset: windows-1252}), or export as UTF-8"),
    NUL_BYTE(
            Kind.CONFORMANCE,
            "the record holds a NUL byte",
            "export again: the file was damaged on its way, or is no text");

    private final Kind kind;
    private final String sentence;
    private final String remedy;

    ReasonCode(Kind kind, String sentence, String remedy) {
        this.kind = kind;
        this.sentence = sentence;
        this.remedy = remedy;
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

    /** The reason of a code; absent when a newer version made it. */
    public static Optional<ReasonCode> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
