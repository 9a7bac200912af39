package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
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
        List<List<String>> cells = new ArrayList<>();
        for (PublishedRow row : rows) {
            cells.add(row.isSuppressed() ? hidden(label.apply(row)) : figures(row, measure, label.apply(row)));
        }
        return new Page.Grid(caption, headings(), cells);
    }

    private static List<String> headings() {
        return List.of(
                Texts.say("column.technique"),
                Texts.say("column.patients"),
                Texts.say("outcomes.column.before"),
                Texts.say("outcomes.column.after"),
                Texts.say("outcomes.column.improvement"),
                Texts.say("column.interval"),
                Texts.say("outcomes.column.improved"),
                Texts.say("column.interval"),
                Texts.say("outcomes.column.worse"));
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

    private static List<String> figures(PublishedRow row, Measure measure, String label) {
        return List.of(
                label,
                Words.count(row.count("n_patients")),
                Words.number(row.number("baseline_mean")),
                Words.number(row.number("follow_up_mean")),
                Words.change(row.number("improvement_mean")),
                Words.interval(improvementLow(row, measure), improvementHigh(row, measure)),
                Words.percent(row.number("improved_rate")),
                Words.percentInterval(row.number("improved_ci_low"), row.number("improved_ci_high")),
                Words.percent(row.number("deteriorated_rate")));
    }

    private static List<String> hidden(String label) {
        List<String> cells = new ArrayList<>(List.of(label));
        while (cells.size() < headings().size()) {
            cells.add(Words.hidden());
        }
        return cells;
    }

    private static OptionalDouble negated(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
    }
}
