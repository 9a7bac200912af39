package physio.outcomes.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one record after another by canonical column: applies rules to them and notes what breaks one. */
final class RecordFields {
    private final Map<String, FieldReader> readers;
    private final String fileName;
    private final RuleCounts counts;
    private List<String> fields = List.of();
    private long record;
    private RecordFindings findings = new RecordFindings();

    RecordFields(Map<String, FieldReader> readers, String fileName, RuleCounts counts) {
        this.readers = readers;
        this.fileName = fileName;
        this.counts = counts;
    }

    Field field(String column) {
        return new Field(column, readers.get(column));
    }

    /** Turns to another record. */
    void turnTo(List<String> otherFields, long otherRecord, RecordFindings otherFindings) {
        this.fields = otherFields;
        this.record = otherRecord;
        this.findings = otherFindings;
    }

    /** Applies a rule to a value of this record; gives whether the rule holds, so that rules can be chained. */
    boolean check(Field field, ReasonCode rule, boolean holds) {
        counts.tested(rule);
        if (!holds) {
            findings.add(field.column(), rule);
        }
        return holds;
    }

    /** The same for a value that is to be in the catalogue, with the code that was probably meant. */
    void checkKnown(Field field, ReasonCode rule, CatalogueCodes.Reading reading) {
        counts.tested(rule);
        if (reading.code() == null) {
            findings.add(field.column(), rule, reading.nearest());
        }
    }

    @Nullable
    String text(Field field) {
        FieldReader reader = field.reader();
        return reader == null ? null : reader.read(fields, fileName, record);
    }

    @Nullable
    String needed(Field field) {
        String text = text(field);
        check(field, ReasonCode.MISSING_VALUE, text != null);
        return text;
    }

    @Nullable
    String neededId(Field field) {
        return checkedId(field, needed(field));
    }

    @Nullable
    String id(Field field) {
        return checkedId(field, text(field));
    }

    private @Nullable String checkedId(Field field, @Nullable String id) {
        if (id != null && check(field, ReasonCode.BAD_ID, TextForm.ID.fits(id))) {
            check(field, ReasonCode.DAMAGED_ID, !SpreadsheetDamage.isIn(id));
        }
        return id;
    }

    @Nullable
    String code(Field field, TextForm form) {
        return checkedCode(field, form, text(field));
    }

    @Nullable
    String neededCode(Field field, TextForm form) {
        return checkedCode(field, form, needed(field));
    }

    private @Nullable String checkedCode(Field field, TextForm form, @Nullable String code) {
        if (code != null && check(field, ReasonCode.DAMAGED_CODE, !SpreadsheetDamage.isIn(code))) {
            check(field, ReasonCode.BAD_CODE, form.fits(code));
        }
        return code;
    }
}
