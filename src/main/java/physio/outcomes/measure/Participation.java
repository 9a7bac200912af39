package physio.outcomes.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.CourseSums;
import physio.outcomes.measure.sums.MarginSums;
import physio.outcomes.measure.sums.ScoredMeasure;

/**
 * How many of the episodes last seen in a month have a baseline, and how many of these a follow-up too: the table {@code
 * participation}.
 */
final class Participation implements CourseSums<Participation> {
    private static final long serialVersionUID = 1L;
    private static final int WITH_BASELINE = 0;
    private static final int WITH_FOLLOW_UP = 1;
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("with_baseline", Role.RECORDED),
            new ResultColumn("with_follow_up", Role.RECORDED));

    private final Breakdown months;
    private final ArrayList<ScoredMeasure> measures;
    private final ArrayList<String> clinics;
    private final MarginSums episodes = new MarginSums(2);

    Participation(Breakdown months, List<ScoredMeasure> measures, Vocabulary vocabulary) {
        this.months = months;
        this.measures = new ArrayList<>(measures);
        this.clinics = new ArrayList<>(CellKeys.withMargin(vocabulary, Attribute.CLINIC));
    }

    @Override
    public void take(Course course) {
        episodes.begin(course.isOfOneClinic());
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            int month = months.month(episode.last());
            if (month != Breakdown.NONE) {
                take(episode, number, month);
            }
        }
        episodes.endOfPatient();
    }

    private void take(Episode episode, int number, int month) {
        int clinic = episode.block().code(Attribute.CLINIC, episode.first());
        for (int measure = 0; measure < measures.size(); measure++) {
            var column = measures.get(measure).lasting();
            int withBaseline = episode.baseline(column) == SessionBlock.NO_SCORE ? 0 : 1;
            int withFollowUp = withBaseline == 1 && episode.followUp(column) >= 0 ? 1 : 0;
            episodes.add(
                    key(month, clinic, measure),
                    key(month, clinics.size() - 1, measure),
                    number,
                    withBaseline,
                    withFollowUp);
        }
    }

    private long key(int month, int clinic, int measure) {
        return ((long) month * clinics.size() + clinic) * measures.size() + measure;
    }

    @Override
    public void merge(Participation other) {
        episodes.merge(other.episodes);
    }

    ResultTable table() {
        ClusteredSums sums = episodes.withMargins(key -> {
            int place = Math.toIntExact(key / measures.size());
            return key(place / clinics.size(), clinics.size() - 1, (int) (key % measures.size()));
        });
        List<ResultRow> rows = new ArrayList<>();
        sums.forEachKey(key -> rows.add(row(sums, key)));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("participation", List.of("clinic_id", "period", "measure"), COLUMNS, rows);
    }

    private ResultRow row(ClusteredSums sums, long key) {
        ClusteredMean baseline = sums.mean(key, WITH_BASELINE);
        int place = Math.toIntExact(key / measures.size());
        return new ResultRow(
                List.of(
                        clinics.get(place % clinics.size()),
                        months.label(place / clinics.size()),
                        measures.get((int) (key % measures.size())).id()),
                sums.contributors(key, OptionalDouble.empty()),
                List.of(
                        new Count(baseline.rows()),
                        new Count(baseline.clusters()),
                        new Count(baseline.sum().longValueExact()),
                        new Count(sums.mean(key, WITH_FOLLOW_UP).sum().longValueExact())));
    }
}
