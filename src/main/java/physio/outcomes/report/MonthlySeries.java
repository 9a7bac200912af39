package physio.outcomes.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.spc.MonthlyPoint;
import physio.outcomes.spc.XmrChart;

/** The mean improvement of a measure month by month, with control limits. */
final class MonthlySeries {
    private MonthlySeries() {}

    /** Lasting improvement; an episode counts in the month of its last session, and months that may still change are provisional. */
    static XmrChart of(MonthlySubject subject, Measure measure) {
        return subject.series(measure, () -> chart(subject, measure));
    }

    private static XmrChart chart(MonthlySubject subject, Measure measure) {
        List<MonthlyPoint> points = new ArrayList<>();
        List<PublishedRow> rows = subject.tables()
                .months()
                .where(Map.of(
                        "clinic_id",
                        subject.clinic(),
                        "measure",
                        measure.id(),
                        "window",
                        "episode",
                        "technique",
                        "all"))
                .toList();
        for (PublishedRow row : rows) {
            YearMonth month = YearMonth.parse(row.key("period"));
            OptionalDouble value = row.number("improvement_mean");
            points.add(new MonthlyPoint(month, value, isProvisional(month, subject)));
        }
        return XmrChart.of(points, subject.settings().report().rebases().keySet());
    }

    /** Whether an episode last seen in a month may still go on: less than the gap has passed since. */
    private static boolean isProvisional(YearMonth month, MonthlySubject subject) {
        return month.atEndOfMonth()
                .plusDays(subject.settings().episode().gapDays())
                .isAfter(subject.month().atEndOfMonth());
    }
}
