package physio.outcomes.spc;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Monthly series for tests. */
final class Series {
    static final YearMonth START = YearMonth.of(2023, 1);

    private Series() {}

    /** Settled values of successive months; NaN leaves a gap. */
    static List<MonthlyPoint> points(double... values) {
        List<MonthlyPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            YearMonth month = START.plusMonths(i);
            points.add(Double.isNaN(values[i]) ? MonthlyPoint.gap(month) : MonthlyPoint.settled(month, values[i]));
        }
        return points;
    }

    static XmrChart chart(double... values) {
        return XmrChart.of(points(values), Set.of());
    }
}
