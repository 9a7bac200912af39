package physio.outcomes.report.chart;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Optional values as JFreeChart's data sets take them. */
final class Numbers {
    private Numbers() {}

    /** Null, for data sets in which it is a gap. */
    static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
