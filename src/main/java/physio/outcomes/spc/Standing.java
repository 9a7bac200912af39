package physio.outcomes.spc;

/** How far the limits of a stretch of months can be trusted. */
public enum Standing {
    /** From 13 months or more. */
    FIRM,
    /** From fewer than 13 months: they will still move. */
    PROVISIONAL,
    /** All months are alike: there are no limits to draw. */
    NO_VARIATION,
    /** No two settled months are adjacent: nothing is known of the scatter. */
    TOO_FEW
}
