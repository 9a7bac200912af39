package physio.outcomes.measure;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Years whose sums are known, so that only what comes after them is summed.
 *
 * @param last of them, if there are any
 * @param baselines of the episodes that began in each, by measure: how many, their sum and that of their squares, in steps
 */
public record PastYears(Optional<Integer> last, List<Map<String, List<Long>>> baselines) {
    /** There are none. */
    public static final PastYears NONE = new PastYears(Optional.empty(), List.of());

    /** The first month after them, or a given one where there are none. */
    public YearMonth next(YearMonth first) {
        return last.map(year -> YearMonth.of(year + 1, Month.JANUARY)).orElse(first);
    }

    /** Of a measure, where its threshold goes by them. */
    List<List<Long>> baselines(String measure) {
        return baselines.stream()
                .flatMap(year -> Optional.ofNullable(year.get(measure)).stream())
                .toList();
    }
}
