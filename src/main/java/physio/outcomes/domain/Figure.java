package physio.outcomes.domain;

/** A value in a table of results. */
public sealed interface Figure {

    /** A whole number of things. */
    record Count(long value) implements Figure {}

    /** A statistic. */
    record Value(double value) implements Figure {}

    /** A word or sentence. */
    record Text(String value) implements Figure {}

    /** A statistic that does not exist here, such as the standard deviation of one value. */
    record Blank() implements Figure {}

    Figure BLANK = new Blank();

    /** A number, or blank when it does not exist; zero has no sign. */
    static Figure number(double value) {
        return Double.isFinite(value) ? new Value(value + 0.0) : BLANK;
    }
}
