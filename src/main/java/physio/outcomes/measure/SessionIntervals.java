package physio.outcomes.measure;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.sums.CourseSums;

/**
 * Days between consecutive sessions of an episode of care, of which the later is in the month, by clinic and for all: the table {@code
 * session_intervals}. Several sessions of one day are one.
 */
final class SessionIntervals implements CourseSums<SessionIntervals> {
    private static final long serialVersionUID = 1L;
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_intervals", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("days_mean", Role.MEAN),
            new ResultColumn("days_ci_low", Role.SPREAD),
            new ResultColumn("days_ci_high", Role.SPREAD),
            new ResultColumn("days_median", Role.QUANTILE),
            new ResultColumn("days_q1", Role.QUANTILE),
            new ResultColumn("days_q3", Role.QUANTILE));

    private final Breakdown month;
    private final ClinicNumbers days;

    SessionIntervals(Breakdown month, Vocabulary vocabulary) {
        this.month = month;
        this.days = new ClinicNumbers(vocabulary, 1);
    }

    @Override
    public void take(Course course) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            take(episode, number);
        }
        days.endOfPatient();
    }

    private void take(Episode episode, int number) {
        int clinic = episode.block().code(Attribute.CLINIC, episode.first());
        int before = episode.start();
        for (int i = episode.nextDay(0); i < episode.size(); i = episode.nextDay(i)) {
            int day = episode.block().day(episode.session(i));
            if (month.month(day) != Breakdown.NONE) {
                days.add(clinic, number, day - before);
            }
            before = day;
        }
    }

    @Override
    public void merge(SessionIntervals other) {
        days.merge(other.days);
    }

    ResultTable table() {
        List<ResultRow> rows = new ArrayList<>();
        days.summaries().forEach(summary -> rows.add(row(summary)));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("session_intervals", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    private ResultRow row(ClinicNumbers.Summary summary) {
        ClusteredMean mean = summary.means().get(0);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(mean.rows()));
        figures.add(new Count(mean.clusters()));
        summary.addTo(figures);
        return new ResultRow(List.of(summary.clinic(), month.label(0)), summary.contributors(), figures);
    }
}
