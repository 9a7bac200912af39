package physio.outcomes.ingest;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a record, without any value of it.
 *
 * @param line the physical line on which the record begins, from 1
 * @param record the record's number in the file, the header not counted, from 1
 * @param column the canonical column, or empty when it is about the whole record
 * @param patientKey the patient, when the id could be read: so that erasing a patient reaches the quarantine too
 * @param nearest the code of the catalogue that was probably meant
 */
public record Finding(
        long line,
        long record,
        String column,
        ReasonCode reason,
        @Nullable Long patientKey,
        @Nullable String nearest) implements Serializable {

    /** A finding about which nothing can be guessed. */
    public Finding(long line, long record, String column, ReasonCode reason, @Nullable Long patientKey) {
        this(line, record, column, reason, patientKey, null);
    }
}
