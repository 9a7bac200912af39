package physio.outcomes.report.chart;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import physio.outcomes.report.MonthNames;

/** Months as numbers on an axis. */
final class MonthScale {
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60};

    private MonthScale() {}

    static double at(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** Names of months in regular steps, in which a year's first month has its place; as many as fit. */
    static List<NamedTicks.Name> names(YearMonth first, YearMonth last, int most) {
        List<NamedTicks.Name> names = new ArrayList<>();
        int step = step((int) (at(last) - at(first)) + 1, most);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            if (at(month) % step == 0) {
                names.add(new NamedTicks.Name(at(month), MonthNames.brief(month)));
            }
        }
        return names;
    }

    /** The least regular step that goes into some months so often at the most. */
    static int step(int months, int most) {
        for (int step : STEPS) {
            if (months <= step * most) {
                return step;
            }
        }
        return 120;
    }
}
