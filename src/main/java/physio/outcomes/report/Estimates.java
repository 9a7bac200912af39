package physio.outcomes.report;

import java.util.OptionalDouble;
import physio.outcomes.privacy.PublishedRow;

/** Rows that hold an estimate with its interval, as parts of charts, tables and sentences. */
final class Estimates {
    private static final String NOT = "not ";

    private Estimates() {}

    /** The row of a chart. */
    static IntervalChart.Row drawn(String label, PublishedRow row, String note) {
        return new IntervalChart.Row(label, row.number("estimate"), row.number("ci_low"), row.number("ci_high"), note);
    }

    /** What stands beside a contrast in a chart: how many patients, or in a word or two why there is no estimate. */
    static String note(PublishedRow row) {
        if (row.number("estimate").isPresent()) {
            return OutcomeRows.patients(row);
        }
        return isRefused(row)
                ? Notes.of(row.text("note").split(":", 2)[0])
                : row.isSuppressed() ? Words.hidden() : Texts.say("number.no_estimate");
    }

    /** Whether there is no estimate by rule, such as for arms that cannot be compared. */
    static boolean isRefused(PublishedRow row) {
        return row.number("estimate").isEmpty() && row.text("note").startsWith(NOT);
    }

    /** Why there is none. */
    static String reason(PublishedRow row) {
        String[] parts = row.text("note").split(": ", 2);
        return Notes.of(parts[parts.length - 1]);
    }

    /** The remark beside an estimate in a table. */
    static String remark(PublishedRow row) {
        return Notes.of(row.text("note"));
    }

    /** A cell of a table: what it would show, or that it is hidden. */
    static String cell(PublishedRow row, String shown) {
        return row.isSuppressed() ? Words.hidden() : shown;
    }

    /** A count in a table; one that is about no patient is shown in a hidden row too. */
    static String count(PublishedRow row, String column) {
        return row.count(column).isPresent() ? Words.count(row.count(column)) : cell(row, Words.NONE);
    }

    /** The patients of both arms in a table. */
    static String arms(PublishedRow row) {
        return cell(
                row,
                unbroken(Texts.say(
                        "number.of_arms",
                        Words.count(row.count("n_patients")),
                        Words.count(row.count("n_patients_reference")))));
    }

    static String estimate(PublishedRow row) {
        return cell(row, Words.change(row.number("estimate")));
    }

    static String interval(PublishedRow row) {
        return cell(row, unbroken(Words.interval(row.number("ci_low"), row.number("ci_high"))));
    }

    static String pValue(PublishedRow row, String column) {
        return cell(row, unbroken(Words.pValue(row.number(column))));
    }

    /** In a narrow column a cell would fall apart over lines. */
    static String unbroken(String figure) {
        return figure.replace(' ', '\u00a0');
    }

    /** Whether the interval leaves no doubt about the sign. */
    static boolean excludesZero(PublishedRow row) {
        OptionalDouble low = row.number("ci_low");
        OptionalDouble high = row.number("ci_high");
        return low.isPresent() && high.isPresent() && (low.getAsDouble() > 0 || high.getAsDouble() < 0);
    }

    /** Interval and patients of both arms, for a bracket behind an estimate. */
    static String evidence(PublishedRow row) {
        return Texts.say(
                "number.evidence",
                Words.interval(row.number("ci_low"), row.number("ci_high")),
                Words.count(row.count("n_patients")),
                Words.count(row.count("n_patients_reference")));
    }
}
