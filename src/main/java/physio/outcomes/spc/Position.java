package physio.outcomes.spc;

/** Where a unit lies in a funnel. */
public enum Position {
    /** Below the 99.8% limits. */
    FAR_BELOW,
    /** Below the 95% limits. */
    BELOW,
    WITHIN,
    /** Above the 95% limits. */
    ABOVE,
    /** Above the 99.8% limits. */
    FAR_ABOVE
}
