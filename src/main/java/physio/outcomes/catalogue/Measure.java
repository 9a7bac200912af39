package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An outcome measure: an instrument's range, grid, unit and polarity.
 *
 * @param id code, the stem of its columns
 * @param label the name in reports
 * @param instrument the scale's short name
 * @param unit the unit of a score
 * @param low the smallest score, in the unit
 * @param high the largest score, in the unit
 * @param step the unit of storage: scores are kept as whole numbers of it
 * @param isGrid whether the instrument has only whole steps; otherwise finer input is rounded to the step, half to even
 * @param polarity 1 where higher is better, −1 where lower is better
 * @param timing when it is scored
 * @param mcid the minimal clinically important difference
 * @param alternatives other differences that comparisons count responders by
 * @param acceptable the patient acceptable symptom state, in the unit
 * @param isPatientLevel whether it enters once per patient and date
 */
public record Measure(
        String id,
        String label,
        String instrument,
        String unit,
        BigDecimal low,
        BigDecimal high,
        BigDecimal step,
        boolean isGrid,
        int polarity,
        Timing timing,
        Mcid mcid,
        List<Mcid> alternatives,
        Optional<BigDecimal> acceptable,
        boolean isPatientLevel) {

    /** When a measure is scored. */
    public enum Timing {
        /** Before and after each session. */
        SESSION,
        /** Once a visit. */
        VISIT
    }

    /** The step as a number, for turning stored whole steps back into the unit. */
    public double stepSize() {
        return step.doubleValue();
    }

    /** The column that lasting change is taken from: before the session, or the visit's one score. */
    public ScoreColumn lastingColumn() {
        return columns().get(0);
    }

    /** The columns of this measure, in their order. */
    public List<ScoreColumn> columns() {
        return switch (timing) {
            case SESSION -> List.of(new ScoreColumn(this, "before"), new ScoreColumn(this, "after"));
            case VISIT -> List.of(new ScoreColumn(this, "score"));
        };
    }

    /** A column that holds scores of a measure, such as {@code pain_before}. */
    public record ScoreColumn(Measure measure, String moment) {
        public String name() {
            return measure.id() + "_" + moment;
        }
    }
}
