package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;

/** Rows of outcomes as charts and tables, the same on every page that shows them. */
final class OutcomeRows {
    private OutcomeRows() {}

    /** Mean improvement of each row with its interval. */
    static IntervalChart improvements(
            String id, String title, Measure measure, List<PublishedRow> rows, Function<PublishedRow, String> label) {
        List<IntervalChart.Row> drawn = new ArrayList<>();
        for (PublishedRow row : rows) {
            drawn.add(new IntervalChart.Row(
                    label.apply(row),
                    row.number("improvement_mean"),
                    improvementLow(row, measure),
                    improvementHigh(row, measure),
                    patients(row)));
        }
        return new IntervalChart(
                id, title, new Axis(Texts.say("quantity.improvement"), measure.unit(), 2), Better.HIGHER, drawn);
    }

    /** How many improved, stayed or got worse, in each row. */
    static SharesChart shares(
            String id, String title, String of, List<PublishedRow> rows, Function<PublishedRow, String> label) {
        List<SharesChart.Row> drawn = new ArrayList<>();
        for (PublishedRow row : rows) {
            OptionalDouble improved = row.number("improved_rate");
            OptionalDouble worse = row.number("deteriorated_rate");
            OptionalDouble unchanged = improved.isPresent() && worse.isPresent()
                    ? OptionalDouble.of(Math.max(0, 1 - improved.getAsDouble() - worse.getAsDouble()))
                    : OptionalDouble.empty();
            drawn.add(new SharesChart.Row(label.apply(row), improved, unchanged, worse, patients(row)));
        }
        return new SharesChart(id, title, of, drawn);
    }

    /** The figures behind both. */
    static Page.Grid grid(
            String caption, Measure measure, List<PublishedRow> rows, Function<PublishedRow, String> label) {
        List<Column> columns = columns(measure, hasIntervals(rows));
        List<List<String>> cells = new ArrayList<>();
        for (PublishedRow row : rows) {
            Stream<String> figures = columns.stream()
                    .map(column -> row.isSuppressed()
                            ? Words.hidden()
                            : column.figure().apply(row));
            cells.add(Stream.concat(Stream.of(label.apply(row)), figures).toList());
        }
        Stream<String> headings = columns.stream().map(Column::heading);
        return new Page.Grid(
                caption,
                Stream.concat(Stream.of("column.technique"), headings)
                        .map(Texts::say)
                        .toList(),
                cells);
    }

    /** A column of figures, and what a row that is shown has in it. */
    private record Column(String heading, Function<PublishedRow, String> figure) {}

    private static List<Column> columns(Measure measure, boolean hasIntervals) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("column.patients", row -> Words.count(row.count("n_patients"))),
                new Column("outcomes.column.before", row -> figure(row, "baseline_mean", Words::number)),
                new Column("outcomes.column.after", row -> figure(row, "follow_up_mean", Words::number)),
                new Column("outcomes.column.improvement", row -> figure(row, "improvement_mean", Words::change))));
        if (hasIntervals) {
            columns.add(new Column(
                    "column.interval",
                    row -> Words.interval(improvementLow(row, measure), improvementHigh(row, measure))));
        }
        columns.add(new Column("outcomes.column.improved", row -> figure(row, "improved_rate", Words::percent)));
        if (hasIntervals) {
            columns.add(new Column(
                    "column.interval",
                    row -> Words.percentInterval(row.number("improved_ci_low"), row.number("improved_ci_high"))));
        }
        columns.add(new Column("outcomes.column.worse", row -> figure(row, "deteriorated_rate", Words::percent)));
        return columns;
    }

    /** In public no row that is shown has one; a table of which all rows are hidden keeps its usual columns. */
    private static boolean hasIntervals(List<PublishedRow> rows) {
        return rows.stream().allMatch(PublishedRow::isSuppressed)
                || rows.stream().anyMatch(row -> row.number("change_ci_low").isPresent());
    }

    /** A row that is shown may leave a figure of few out. */
    static String figure(PublishedRow row, String column, Function<OptionalDouble, String> words) {
        return row.number(column).isEmpty() ? Words.hidden() : words.apply(row.number(column));
    }

    /** The lower limit of improvement: of change, or turned around where lower scores are better. */
    static OptionalDouble improvementLow(PublishedRow row, Measure measure) {
        return measure.polarity() > 0 ? row.number("change_ci_low") : negated(row.number("change_ci_high"));
    }

    /** The upper limit of improvement. */
    static OptionalDouble improvementHigh(PublishedRow row, Measure measure) {
        return measure.polarity() > 0 ? row.number("change_ci_high") : negated(row.number("change_ci_low"));
    }

    /** The number of patients, beside a row. */
    static String patients(PublishedRow row) {
        return row.isSuppressed()
                ? Words.hidden()
                : Texts.say("number.of_patients", Words.count(row.count("n_patients")));
    }

    private static OptionalDouble negated(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
    }
}
