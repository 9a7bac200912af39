package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure.ScoreColumn;
import physio.outcomes.ingest.ScoreReader.Reading;

/** Reads all scores of a record, in the order of the settings' score columns. */
final class ScoresReader {
    private final List<Scored> columns;
    private long rounded;

    /** A score column and what turns its text into steps. */
    private record Scored(Field field, ScoreReader reader) {}

    ScoresReader(IngestRules rules, RecordFields fields) {
        char decimal = rules.mapping().csv().decimal();
        this.columns = rules.settings().scoreColumns().stream()
                .map(column -> scored(column, fields.field(column.name()), decimal))
                .toList();
    }

    private static Scored scored(ScoreColumn column, Field field, char decimal) {
        FieldReader text = field.reader();
        return new Scored(
                field,
                new ScoreReader(
                        column.measure(),
                        decimal,
                        text == null ? Optional.empty() : text.column().scale()));
    }

    List<@Nullable Integer> read(RecordFields record, Attendance attendance) {
        List<@Nullable Integer> scores = new ArrayList<>(columns.size());
        for (Scored column : columns) {
            scores.add(score(record, column, attendance));
        }
        return scores;
    }

    /** How many scores so far were finer than their resolution and so rounded. */
    long rounded() {
        return rounded;
    }

    private @Nullable Integer score(RecordFields record, Scored column, Attendance attendance) {
        String text = record.text(column.field());
        if (text == null
                || !record.check(
                        column.field(), ReasonCode.SCORE_WITHOUT_ATTENDANCE, attendance == Attendance.ATTENDED)) {
            return null;
        }
        Reading reading = column.reader().read(text);
        check(record, column, reading instanceof Reading.Wrong wrong ? wrong.reason() : null);
        if (reading instanceof Reading.Steps steps) {
            rounded += steps.isRounded() ? 1 : 0;
            return steps.steps();
        }
        return null;
    }

    /** The rules of a score in their order: what is no number is in no range, and what is out of range on no grid. */
    private static void check(RecordFields record, Scored column, @Nullable ReasonCode broken) {
        Field field = column.field();
        if (record.check(field, ReasonCode.BAD_NUMBER, broken != ReasonCode.BAD_NUMBER)
                && record.check(field, ReasonCode.OUT_OF_RANGE, broken != ReasonCode.OUT_OF_RANGE)
                && column.reader().hasGrid()) {
            record.check(field, ReasonCode.OFF_GRID, broken != ReasonCode.OFF_GRID);
        }
    }
}
