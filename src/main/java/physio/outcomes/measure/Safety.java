package physio.outcomes.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.course.Attribute;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.course.Vocabulary;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.EffectiveSize;
import physio.outcomes.measure.statistic.Wilson;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.CourseSums;

/**
 * Adverse events a session, by clinic and for all: the table {@code safety}, of a month and of the months that end with it.
 *
 * <p>A clinic counts when it recorded any, or that there was none, in the months: silence is not safety. In a clinic that counts,
 * a session of which nothing is said had no event, as many record only what went wrong. A clinic that does not count has no row.
 */
public final class Safety implements CourseSums<Safety> {
    private static final long serialVersionUID = 1L;
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_sessions", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("adverse_events", Role.NUMERATOR),
            new ResultColumn("adverse_rate", Role.RATE),
            new ResultColumn("adverse_ci_low", Role.RATE),
            new ResultColumn("adverse_ci_high", Role.RATE),
            new ResultColumn("adverse_n_effective", Role.SPREAD));

    /** Patients are counted whatever the episode. */
    private static final int NO_EPISODE = 1;

    private static final int PERIODS = 2;

    private final Breakdown months;
    private final int month;
    private final ArrayList<String> clinics;

    /** By number, months of clinics that count. */
    private final BitSet counted = new BitSet();

    /** By clinic, the last being all, and within it the month before the months. */
    private final ClusteredSums events = new ClusteredSums(1);

    /** A month of a clinic. */
    public record ClinicMonth(String clinic, String month) {}

    /**
     * Of months, the last of which is the month.
     *
     * @param recording months of clinics in which something was recorded
     * @param hidden months of clinics that are left out: a sum over months must not tell them by what it lacks
     */
    Safety(Breakdown months, Vocabulary vocabulary, Set<ClinicMonth> recording, Set<ClinicMonth> hidden) {
        this.months = months;
        this.clinics = new ArrayList<>(CellKeys.withMargin(vocabulary, Attribute.CLINIC));
        this.month = months.month(Math.toIntExact(months.last().atDay(1).toEpochDay()));
        Set<String> labels = new TreeSet<>();
        for (int i = 0; i <= month; i++) {
            labels.add(months.label(i));
        }
        Set<String> observed = recording.stream()
                .filter(of -> labels.contains(of.month()) && !hidden.contains(of))
                .map(ClinicMonth::clinic)
                .collect(Collectors.toSet());
        for (int clinic = 0; clinic < clinics.size() - 1; clinic++) {
            for (int i = 0; i <= month; i++) {
                if (observed.contains(clinics.get(clinic))
                        && !hidden.contains(new ClinicMonth(clinics.get(clinic), months.label(i)))) {
                    counted.set(number(i, clinic));
                }
            }
        }
    }

    private int number(int of, int clinic) {
        return of * clinics.size() + clinic;
    }

    /** Whether any month of a clinic counts. */
    boolean hasAny() {
        return !counted.isEmpty();
    }

    @Override
    public void take(Course course) {
        SessionBlock block = course.block();
        for (int session = course.from(); session < course.end(); session++) {
            int of = months.month(block.day(session));
            int clinic = block.code(Attribute.CLINIC, session);
            if (block.isAttended(session) && of != Breakdown.NONE && counted.get(number(of, clinic))) {
                long event = block.hasEvent(session) ? 1 : 0;
                for (int group : new int[] {clinic, clinics.size() - 1}) {
                    events.add((long) PERIODS * group + 1, NO_EPISODE, event);
                    if (of == month) {
                        events.add((long) PERIODS * group, NO_EPISODE, event);
                    }
                }
            }
        }
        events.endOfPatient();
    }

    @Override
    public void merge(Safety other) {
        events.merge(other.events);
    }

    /** The table. */
    ResultTable table() {
        List<ResultRow> rows = new ArrayList<>();
        events.forEachKey(key -> rows.add(row(key)));
        rows.sort(ResultRow.BY_KEY);
        return new ResultTable("safety", List.of("clinic_id", "period"), COLUMNS, rows);
    }

    private ResultRow row(long key) {
        ClusteredMean mean = events.mean(key, 0);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(mean.rows()));
        figures.add(new Count(mean.clusters()));
        figures.add(new Count(mean.sum().longValueExact()));
        figures.add(Figure.number(mean.mean()));
        TechniqueOutcomes.addLimits(figures, Wilson.interval(mean));
        figures.add(Figure.number(EffectiveSize.of(mean).orElse(Double.NaN)));
        String period = key % PERIODS == 0 ? months.label(month) : months.first() + ".." + months.last();
        return new ResultRow(
                List.of(clinics.get((int) (key / PERIODS)), period),
                events.contributors(key, OptionalDouble.empty()),
                figures);
    }
}
