package physio.outcomes.measure;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Figure;
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
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.CourseSums;
import physio.outcomes.measure.sums.MarginSums;
import physio.outcomes.measure.sums.ScoredMeasure;

/**
 * The mean score at each visit of an episode, by clinic and for all, of this year and the last: the table {@code trajectories}. A score counts in the
 * year of its day, so that a year which is over stays as it is. Sessions of one day are one visit; scores are those that lasting change is taken from.
 */
final class Trajectories implements CourseSums<Trajectories> {
    /** Later visits are left out: few episodes reach them, and those that do are unlike the rest. */
    private static final int LAST_VISIT = 12;

    private static final int YEARS = 2;
    private static final int MONTHS_A_YEAR = 12;

    private static final long serialVersionUID = 1L;
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_scores", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("score_mean", Role.MEAN),
            new ResultColumn("score_ci_low", Role.SPREAD),
            new ResultColumn("score_ci_high", Role.SPREAD));

    private final ArrayList<ScoredMeasure> measures;
    private final ArrayList<String> clinics;
    private final Breakdown months;
    private final MarginSums scores = new MarginSums(1);

    /** Of the year that ends with a month, and of that before it. */
    Trajectories(YearMonth last, List<ScoredMeasure> measures, Vocabulary vocabulary) {
        this.months = Breakdown.ofMonths(YearMonth.of(last.getYear() - 1, Month.JANUARY), last);
        this.measures = new ArrayList<>(measures);
        this.clinics = new ArrayList<>(CellKeys.withMargin(vocabulary, Attribute.CLINIC));
    }

    @Override
    public void take(Course course) {
        scores.begin(course.isOfOneClinic());
        int number = 0;
        for (Episode episode : course.episodes()) {
            number++;
            int visit = 1;
            for (int day = 0; day < episode.size() && visit <= LAST_VISIT; day = episode.nextDay(day)) {
                for (int i = day; i < episode.nextDay(day); i++) {
                    take(episode, number, visit, episode.session(i));
                }
                visit++;
            }
        }
        scores.endOfPatient();
    }

    private void take(Episode episode, int number, int visit, int session) {
        SessionBlock block = episode.block();
        int month = months.month(block.day(session));
        int clinic = block.code(Attribute.CLINIC, session);
        for (int measure = 0; measure < measures.size() && month != Breakdown.NONE; measure++) {
            int score = episode.score(measures.get(measure).lasting(), session);
            if (score != SessionBlock.NO_SCORE) {
                int year = month / MONTHS_A_YEAR;
                scores.add(
                        key(clinic, year, measure, visit),
                        key(clinics.size() - 1, year, measure, visit),
                        number,
                        score);
            }
        }
    }

    private long key(int clinic, int year, int measure, int visit) {
        return (((long) clinic * YEARS + year) * measures.size() + measure) * (LAST_VISIT + 1) + visit;
    }

    @Override
    public void merge(Trajectories other) {
        scores.merge(other.scores);
    }

    /** The table, in the unit of each measure. */
    ResultTable table(Map<String, Measure> units) {
        int ofClinic = YEARS * measures.size() * (LAST_VISIT + 1);
        ClusteredSums sums = scores.withMargins(key -> (clinics.size() - 1L) * ofClinic + key % ofClinic);
        List<ResultRow> rows = new ArrayList<>();
        sums.forEachKey(key -> rows.add(row(sums, key, units)));
        rows.sort(Comparator.comparing((ResultRow row) -> row.key().get(0))
                .thenComparing(row -> row.key().get(1))
                .thenComparing(row -> row.key().get(2))
                .thenComparing(row -> Integer.valueOf(row.key().get(3))));
        return new ResultTable("trajectories", List.of("clinic_id", "year", "measure", "visit_number"), COLUMNS, rows);
    }

    private ResultRow row(ClusteredSums sums, long key, Map<String, Measure> units) {
        int place = (int) (key / (LAST_VISIT + 1));
        String measure = measures.get(place % measures.size()).id();
        double step = Objects.requireNonNull(units.get(measure)).stepSize();
        ClusteredMean mean = sums.mean(key, 0);
        Optional<Interval> interval = mean.interval().map(limits -> limits.times(step));
        List<Figure> figures = List.of(
                new Count(mean.rows()),
                new Count(mean.clusters()),
                number(mean.mean() * step),
                interval.map(limits -> number(limits.low())).orElse(BLANK),
                interval.map(limits -> number(limits.high())).orElse(BLANK));
        int ofYear = place / measures.size();
        return new ResultRow(
                List.of(
                        clinics.get(ofYear / YEARS),
                        String.valueOf(months.first().getYear() + ofYear % YEARS),
                        measure,
                        String.valueOf(key % (LAST_VISIT + 1))),
                sums.contributors(key, OptionalDouble.of(step)),
                figures);
    }
}
