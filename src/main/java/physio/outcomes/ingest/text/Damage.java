package physio.outcomes.ingest.text;

/** Why a record cannot be taken apart. */
public enum Damage {
    /** A quote stands where none may, or one is never closed. */
    STRAY_QUOTE,
    /** A field is longer than {@link RecordBorders#MAX_FIELD} bytes. */
    FIELD_TOO_LONG,
    /** The record is longer than {@link RecordBorders#MAX_RECORD} bytes. */
    RECORD_TOO_LONG,
    /** Its bytes are no text in the file's character set. */
    INVALID_TEXT,
    /** It holds a zero byte. */
    NUL_BYTE
}
