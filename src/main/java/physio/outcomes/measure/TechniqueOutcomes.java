package physio.outcomes.measure;

import static physio.outcomes.domain.Figure.BLANK;
import static physio.outcomes.domain.Figure.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.domain.Contributors;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.Figure.Count;
import physio.outcomes.domain.Figure.Text;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.statistic.EffectiveSize;
import physio.outcomes.measure.statistic.HodgesLehmann;
import physio.outcomes.measure.statistic.Interval;
import physio.outcomes.measure.statistic.NumberNeeded;
import physio.outcomes.measure.statistic.RiskDifference;
import physio.outcomes.measure.statistic.Wilson;

/** Every figure of a {@link Cell}, in the measure's unit: the table {@code technique_outcomes}. */
public final class TechniqueOutcomes {
    /** What tables of changes tell of. */
    public static final String FAMILY = "outcomes";

    /** The dimensions of the table. */
    public static final List<String> DIMENSIONS = dimensions("clinic_id");

    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("n_sessions", Role.ADDITIVE_COUNT),
            new ResultColumn("n_episodes", Role.ADDITIVE_COUNT),
            new ResultColumn("n_patients", Role.PATIENTS),
            new ResultColumn("baseline_mean", Role.MEAN),
            new ResultColumn("baseline_sd", Role.SPREAD),
            new ResultColumn("follow_up_mean", Role.MEAN),
            new ResultColumn("follow_up_sd", Role.SPREAD),
            new ResultColumn("change_mean", Role.MEAN),
            new ResultColumn("change_sd", Role.SPREAD),
            new ResultColumn("change_se", Role.SPREAD),
            new ResultColumn("change_ci_low", Role.SPREAD),
            new ResultColumn("change_ci_high", Role.SPREAD),
            new ResultColumn("improvement_mean", Role.MEAN),
            new ResultColumn("change_median", Role.QUANTILE),
            new ResultColumn("change_q1", Role.QUANTILE),
            new ResultColumn("change_q3", Role.QUANTILE),
            new ResultColumn("hodges_lehmann", Role.QUANTILE),
            new ResultColumn("hl_ci_low", Role.QUANTILE),
            new ResultColumn("hl_ci_high", Role.QUANTILE),
            new ResultColumn("srm", Role.SPREAD),
            new ResultColumn("effect_size", Role.SPREAD),
            new ResultColumn("improved", Role.NUMERATOR),
            new ResultColumn("improved_rate", Role.RATE),
            new ResultColumn("improved_ci_low", Role.RATE),
            new ResultColumn("improved_ci_high", Role.RATE),
            new ResultColumn("deteriorated", Role.NUMERATOR),
            new ResultColumn("deteriorated_rate", Role.RATE),
            new ResultColumn("deteriorated_ci_low", Role.RATE),
            new ResultColumn("deteriorated_ci_high", Role.RATE),
            new ResultColumn("improved_n_effective", Role.SPREAD),
            new ResultColumn("risk_difference", Role.AGAINST_REFERENCE),
            new ResultColumn("rd_ci_low", Role.AGAINST_REFERENCE),
            new ResultColumn("rd_ci_high", Role.AGAINST_REFERENCE),
            new ResultColumn("nnt", Role.AGAINST_REFERENCE),
            new ResultColumn("nnt_ci", Role.AGAINST_REFERENCE));

    private final Map<String, Measure> measures;
    private final String reference;
    private final Map<Cell.Key, Cell> cells = new HashMap<>();

    private TechniqueOutcomes(List<Cell> cells, Map<String, Measure> measures, String reference) {
        this.measures = measures;
        this.reference = reference;
        cells.forEach(cell -> this.cells.put(cell.key(), cell));
    }

    /**
     * The table of all cells.
     *
     * @param name the table's name
     * @param reference the technique that risk differences and numbers needed to treat are against
     */
    public static ResultTable table(String name, List<Cell> cells, Map<String, Measure> measures, String reference) {
        return table(name, DIMENSIONS, cells, measures, reference);
    }

    /** The same of cells by body region instead of clinic. */
    public static ResultTable regions(String name, List<Cell> cells, Map<String, Measure> measures, String reference) {
        return table(name, dimensions("body_region"), cells, measures, reference);
    }

    /** The same of cells by practitioner instead of clinic. */
    public static ResultTable practitioners(
            String name, List<Cell> cells, Map<String, Measure> measures, String reference) {
        return table(name, dimensions("practitioner"), cells, measures, reference);
    }

    private static ResultTable table(
            String name, List<String> dimensions, List<Cell> cells, Map<String, Measure> measures, String reference) {
        TechniqueOutcomes outcomes = new TechniqueOutcomes(cells, measures, reference);
        return new ResultTable(
                FAMILY,
                name,
                dimensions,
                COLUMNS,
                cells.parallelStream().map(outcomes::row).toList());
    }

    private static List<String> dimensions(String group) {
        return List.of(group, "period", "measure", "window", "technique");
    }

    private ResultRow row(Cell cell) {
        Measure measure = measures.get(cell.key().measure());
        if (measure == null) {
            throw new IllegalArgumentException("Unknown measure in a cell");
        }
        Cell.Key key = cell.key();
        return new ResultRow(
                List.of(key.clinic(), key.period(), key.measure(), key.window(), key.technique()),
                new Contributors(
                        cell.patients(),
                        List.of(cell.largest().sessions(), cell.largest().episodes()),
                        OptionalDouble.of(measure.stepSize()),
                        cell.largest().isDominated(),
                        cell.isAlike()),
                figures(cell, measure));
    }

    private List<Figure> figures(Cell cell, Measure measure) {
        double step = measure.stepSize();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Count(cell.sessions()));
        figures.add(new Count(cell.episodes()));
        figures.add(new Count(cell.patients()));
        figures.add(number(cell.baseline().mean() * step));
        figures.add(scaled(cell.baseline().sd(), step));
        figures.add(number(cell.followUp().mean() * step));
        figures.add(scaled(cell.followUp().sd(), step));
        figures.add(number(cell.change().mean() * step));
        figures.add(scaled(cell.changes().moments().sd(), step));
        figures.add(scaled(cell.change().standardError(), step));
        addLimits(figures, cell.change().interval().map(interval -> interval.times(step)));
        figures.add(number(cell.change().mean() * measure.polarity() * step));
        addDistribution(figures, cell, step);
        addStandardised(figures, cell, measure);
        addResponders(figures, cell.improved());
        addResponders(figures, cell.deteriorated());
        figures.add(EffectiveSize.of(cell.improved()).stream()
                .mapToObj(Figure::number)
                .findFirst()
                .orElse(BLANK));
        addNumberNeeded(figures, cell);
        return figures;
    }

    private static void addDistribution(List<Figure> figures, Cell cell, double step) {
        figures.add(number(cell.changes().quantile(0.5) * step));
        figures.add(number(cell.changes().quantile(0.25) * step));
        figures.add(number(cell.changes().quantile(0.75) * step));
        HodgesLehmann estimate = HodgesLehmann.of(cell.changes());
        figures.add(number(estimate.estimate() * step));
        addLimits(
                figures, estimate.limits().filter(limits -> cell.isOneRowEach()).map(limits -> limits.times(step)));
    }

    /** Standardised response mean and effect size, both in standard deviations, of improvement. */
    private static void addStandardised(List<Figure> figures, Cell cell, Measure measure) {
        double improvement = cell.change().mean() * measure.polarity();
        figures.add(standardised(improvement, cell.changes().moments().sd()));
        figures.add(standardised(improvement, cell.baseline().sd()));
    }

    private static Figure standardised(double improvement, OptionalDouble sd) {
        return sd.isPresent() && sd.getAsDouble() > 0 ? number(improvement / sd.getAsDouble()) : BLANK;
    }

    private static void addResponders(List<Figure> figures, ClusteredMean responders) {
        figures.add(new Count(responders.sum().longValueExact()));
        figures.add(number(responders.mean()));
        addLimits(figures, Wilson.interval(responders));
    }

    /** Against the reference technique of the same clinic and period, unadjusted; intervals only for one row a patient. */
    private void addNumberNeeded(List<Figure> figures, Cell cell) {
        Cell.Key key = cell.key();
        Cell against = cells.get(new Cell.Key(key.period(), key.clinic(), key.measure(), key.window(), reference));
        if (against == null
                || key.technique().equals(reference)
                || key.technique().equals(Cell.ALL)) {
            figures.addAll(List.of(BLANK, BLANK, BLANK, BLANK, BLANK));
            return;
        }
        RiskDifference difference = RiskDifference.of(
                cell.improved().sum().longValueExact(), cell.rows(),
                against.improved().sum().longValueExact(), against.rows());
        NumberNeeded needed = NumberNeeded.of(difference);
        boolean isIndependent = cell.isOneRowEach() && against.isOneRowEach();
        figures.add(number(difference.estimate()));
        addLimits(figures, Optional.of(difference.limits()).filter(limits -> isIndependent));
        figures.add(number(needed.estimate()));
        figures.add(isIndependent ? new Text(needed.limitsText()) : BLANK);
    }

    /** The two ends, or two blanks. */
    static void addLimits(List<Figure> figures, Optional<Interval> interval) {
        figures.add(interval.map(limits -> number(limits.low())).orElse(BLANK));
        figures.add(interval.map(limits -> number(limits.high())).orElse(BLANK));
    }

    private static Figure scaled(OptionalDouble value, double step) {
        return value.isPresent() ? number(value.getAsDouble() * step) : BLANK;
    }
}
