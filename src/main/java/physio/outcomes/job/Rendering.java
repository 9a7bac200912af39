package physio.outcomes.job;

/** When a report is rendered. */
public enum Rendering {
    /** Unless it was made from the same data, settings and version already. */
    IF_CHANGED,
    /** In any case. */
    ALWAYS,
    /** In any case, and with late records of a few patients: what was released before has been taken back. */
    WITH_ALL_RECORDS
}
