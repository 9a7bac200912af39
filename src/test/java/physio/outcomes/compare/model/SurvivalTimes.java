package physio.outcomes.compare.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.compare.model.EventTimes.Day;
import physio.outcomes.measure.statistic.ReferenceFiles;

/** The times that src/test/r/survival.R analysed. */
final class SurvivalTimes {
    private SurvivalTimes() {}

    static EventTimes where(Predicate<CSVRecord> isAmong) {
        Map<Integer, Day> days = new HashMap<>();
        ReferenceFiles.reference("survival-times").stream().filter(isAmong).forEach(row -> {
            long event = Long.parseLong(row.get("event"));
            days.merge(
                    Integer.valueOf(row.get("day")),
                    new Day(event, 1 - event),
                    (a, b) -> new Day(a.events() + b.events(), a.censored() + b.censored()));
        });
        return new EventTimes(days);
    }

    static EventTimes group(String group) {
        return where(row -> row.get("group").equals(group));
    }
}
