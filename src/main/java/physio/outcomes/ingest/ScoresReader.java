package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Measure.ScoreColumn;

/** Reads all scores of a record, in the order of the settings' score columns. */
final class ScoresReader {
    private final List<ScoreColumn> columns;
    private final Map<String, ScoreReader> readers = new HashMap<>();
    private long rounded;

    ScoresReader(IngestRules rules, Map<String, FieldReader> fields) {
        this.columns = rules.settings().scoreColumns();
        for (ScoreColumn column : columns) {
            FieldReader field = fields.get(column.name());
            if (field != null) {
                char decimal = rules.mapping().csv().decimal();
                readers.put(
                        column.name(),
                        new ScoreReader(
                                column.measure(), decimal, field.column().scale()));
            }
        }
    }

    List<@Nullable Integer> read(RecordFields record, Attendance attendance) {
        List<@Nullable Integer> scores = new ArrayList<>(columns.size());
        for (ScoreColumn column : columns) {
            scores.add(score(record, column.name(), attendance));
        }
        return scores;
    }

    /** How many scores so far were finer than their resolution and so rounded. */
    long rounded() {
        return rounded;
    }

    private @Nullable Integer score(RecordFields record, String column, Attendance attendance) {
        String text = record.text(column);
        ScoreReader reader = readers.get(column);
        if (text == null || reader == null) {
            return null;
        }
        if (attendance != Attendance.ATTENDED) {
            record.add(column, ReasonCode.SCORE_WITHOUT_ATTENDANCE);
            return null;
        }
        ScoreReader.Reading reading = reader.read(text);
        if (reading instanceof ScoreReader.Reading.Steps steps) {
            rounded += steps.isRounded() ? 1 : 0;
            return steps.steps();
        }
        record.add(column, ((ScoreReader.Reading.Wrong) reading).reason());
        return null;
    }
}
