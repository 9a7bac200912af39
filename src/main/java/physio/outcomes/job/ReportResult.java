package physio.outcomes.job;

/**
 * A report that is in its place.
 *
 * @param page to open
 * @param isNew whether this run rendered it; otherwise it was there, made from the same
 */
public record ReportResult(String page, boolean isNew) {}
