package physio.outcomes.job;

/** When a report is rendered. */
public enum Rendering {
    /** Unless it was made from the same data, settings and version already. */
    IF_CHANGED,
    /** In any case. */
    ALWAYS
}
