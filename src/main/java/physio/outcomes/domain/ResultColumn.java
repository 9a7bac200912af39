package physio.outcomes.domain;

/**
 * A column of a table of results: its name, and what kind of figure it holds, which decides how it is protected.
 */
public record ResultColumn(String name, Role role) {

    /** What a figure says about people. */
    public enum Role {
        /** Rows, sessions or episodes: they add up over techniques, clinics and months. */
        ADDITIVE_COUNT,
        /** Distinct patients: they do not add up. */
        PATIENTS,
        /** A count among the column {@code n} of the same row, such as responders. */
        NUMERATOR,
        /** A count among those of the same row that is about no outcome, such as of recorded scores. */
        RECORDED,
        /** A share of a numerator in its denominator, or what is derived from it. */
        RATE,
        /** A figure that another row of the same line can be worked out from: shown only where none of them is hidden. */
        AGAINST_REFERENCE,
        /** A mean. */
        MEAN,
        /** A standard deviation, standard error, interval limit or degrees of freedom: it gives an exact n away. */
        SPREAD,
        /** A median, quartile or Hodges–Lehmann estimate: it can be one patient's value. */
        QUANTILE,
        /** A count of files or records that is about no outcome of a patient. */
        OPEN,
        /** A word or sentence. */
        TEXT
    }
}
