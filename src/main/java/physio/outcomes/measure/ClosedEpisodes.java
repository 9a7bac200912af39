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
import physio.outcomes.measure.statistic.Wilson;
import physio.outcomes.measure.sums.CourseSums;

/**
 * How many sessions the episodes of care had that closed in a month, and how many ended after a single one, by clinic and for all: the
 * table {@code closed_episodes}.
 *
 * <p>An episode closes on the first day on which another session would begin a new one: the number of days that ends an episode and one
 * more after its last session. Before that day nobody knows whether it goes on, and counting patients who have just begun as lost would
 * make every growing clinic look bad. Drop-out is told as single-session episodes, since the data hold no plan of how many sessions were
 * meant; some of these patients needed no second one.
 */
final class ClosedEpisodes implements CourseSums<ClosedEpisodes> {
    private static final long serialVersionUID = 1L;
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("sessions_mean", Role.MEAN),
            new ResultColumn("sessions_ci_low", Role.SPREAD),
            new ResultColumn("sessions_ci_high", Role.SPREAD),
            new ResultColumn("sessions_median", Role.QUANTILE),
            new ResultColumn("sessions_q1", Role.QUANTILE),
            new ResultColumn("sessions_q3", Role.QUANTILE),
            new ResultColumn("single_session", Role.NUMERATOR),
            new ResultColumn("single_session_rate", Role.RATE),
            new ResultColumn("single_session_ci_low", Role.RATE),
            new ResultColumn("single_session_ci_high", Role.RATE));

    private final Breakdown month;
    private final int gapDays;
    private final ClinicNumbers sessions;

    /** Of a month; a pause longer than so many days ends an episode. */
    ClosedEpisodes(Breakdown month, int gapDays, Vocabulary vocabulary) {
        this.month = month;
        this.gapDays = gapDays;
        this.sessions = new ClinicNumbers(vocabulary, 2);
    }

    @Override
    public void take(Course course) {
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            if (month.month(episode.last() + gapDays + 1) != Breakdown.NONE) {
                int clinic = episode.block().code(Attribute.CLINIC, episode.first());
                sessions.add(clinic, number, episode.size(), episode.size() == 1 ? 1 : 0);
            }
        }
        sessions.endOfPatient();
    }

    @Override
    public void merge(ClosedEpisodes other) {
        sessions.merge(other.sessions);
    }

    ResultTable table() {
        List<ResultRow> rows = new ArrayList<>();
        sessions.summaries()
                .forEach(summary -> rows.add(new ResultRow(
                        List.of(summary.clinic(), month.label(0)), summary.contributors(), figures(summary))));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("closed_episodes", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    private static List<Figure> figures(ClinicNumbers.Summary summary) {
        ClusteredMean single = summary.means().get(1);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(single.rows()));
        figures.add(new Count(single.clusters()));
        summary.addTo(figures);
        figures.add(new Count(single.sum().longValueExact()));
        figures.add(Figure.number(single.mean()));
        TechniqueOutcomes.addLimits(figures, Wilson.interval(single));
        return figures;
    }
}
