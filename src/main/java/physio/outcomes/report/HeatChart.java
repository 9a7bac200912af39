package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Values of two features crossed: a cell a value, darker where it is greater, with the number in it.
 *
 * @param columns names from the left
 * @param rows from the top, each with a value a column
 */
public record HeatChart(String id, String title, Axis axis, Better better, List<String> columns, List<Row> rows)
        implements Chart {

    /**
     * One row.
     *
     * @param values in the axis' unit; empty where there is none or it is not shown
     */
    public record Row(String label, List<OptionalDouble> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public HeatChart {
        Chart.checkedId(id);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** All values that are shown. */
    public Stream<Double> shown() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .flatMap(value -> value.stream().boxed());
    }

    @Override
    public String alternative() {
        List<Cell> cells = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                OptionalDouble value = row.values().get(i);
                String name = row.label() + ", " + columns.get(i);
                value.ifPresent(shown -> cells.add(new Cell(name, shown)));
            }
        }
        String subject =
                Texts.say("alternative.heat", axis.label(), Words.count(rows.size()), Words.count(columns.size()));
        Sentences text = new Sentences(subject, better.words());
        if (cells.isEmpty()) {
            return text.add(Texts.say("alternative.nothing")).toString();
        }
        Comparator<Cell> byValue = Comparator.comparingDouble(Cell::value);
        text.add(Texts.say(
                "alternative.heat.highest",
                cells.stream().max(byValue).orElseThrow().told(axis)));
        text.add(Texts.say(
                "alternative.heat.lowest",
                cells.stream().min(byValue).orElseThrow().told(axis)));
        int all = rows.size() * columns.size();
        return text.addMissing(all - cells.size(), all).toString();
    }

    private record Cell(String name, double value) {
        String told(Axis axis) {
            return name + " " + axis.amount(value);
        }
    }
}
