package physio.outcomes.ingest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one record by canonical column, with the findings that reading them gives. */
final class RecordFields {
    private static final Pattern DAMAGED_ID =
            Pattern.compile("[0-9]([.,][0-9]+)?[eE][+][0-9]+|[0-9][.,][0-9]+[eE]-?[0-9]+|#.*[!?/].*");

    private final Map<String, FieldReader> readers;
    private final List<String> fields;
    private final String fileName;
    private final long record;
    private final RecordFindings findings;

    RecordFields(
            Map<String, FieldReader> readers,
            List<String> fields,
            String fileName,
            long record,
            RecordFindings findings) {
        this.readers = readers;
        this.fields = fields;
        this.fileName = fileName;
        this.record = record;
        this.findings = findings;
    }

    void add(String column, ReasonCode reason) {
        findings.add(column, reason);
    }

    @Nullable
    String text(String column) {
        FieldReader reader = readers.get(column);
        return reader == null ? null : reader.read(fields, fileName, record);
    }

    @Nullable
    String needed(String column) {
        String text = text(column);
        if (text == null) {
            findings.add(column, ReasonCode.MISSING_VALUE);
        }
        return text;
    }

    @Nullable
    String neededId(String column) {
        needed(column);
        return id(column);
    }

    @Nullable
    String id(String column) {
        String id = text(column);
        if (id != null && DAMAGED_ID.matcher(id).matches()) {
            findings.add(column, ReasonCode.DAMAGED_ID);
        }
        return id;
    }

    @Nullable
    String code(String column, Pattern pattern) {
        String code = text(column);
        if (code != null && !pattern.matcher(code).matches()) {
            findings.add(column, ReasonCode.BAD_CODE);
        }
        return code;
    }
}
