package physio.outcomes.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The difference found in each unit, such as a clinic, and what they come to together.
 *
 * @param pooled over the units
 * @param prediction where the difference of a further unit is expected; low and high alone
 */
public record HeterogeneityChart(
        String id,
        String title,
        Axis axis,
        Better better,
        List<Unit> units,
        IntervalChart.Row pooled,
        IntervalChart.Row prediction)
        implements Chart {

    /**
     * One unit.
     *
     * @param weight in the pooled estimate, of any scale; empty where it is suppressed or has none
     */
    public record Unit(IntervalChart.Row row, OptionalDouble weight) {
        public Unit {
            if (!(weight.orElse(1) >= 0)) {
                throw new IllegalArgumentException("Invalid weight: " + weight + " (must be at least 0)");
            }
        }
    }

    public HeterogeneityChart {
        Chart.checkedId(id);
        units = List.copyOf(units);
    }

    @Override
    public String alternative() {
        List<IntervalChart.Row> rows = units.stream().map(Unit::row).toList();
        Sentences text = new Sentences(IntervalChart.measured(rows, axis), better.words());
        if (pooled.estimate().isPresent()) {
            text.add(pooled.told(axis));
        }
        if (prediction.low().isPresent() && prediction.high().isPresent()) {
            text.add(Texts.say(
                    "alternative.interval",
                    prediction.label(),
                    axis.number(prediction.low().getAsDouble()),
                    axis.amount(prediction.high().getAsDouble())));
        }
        return text.addHighestAndLowest(rows, axis).toString();
    }
}
