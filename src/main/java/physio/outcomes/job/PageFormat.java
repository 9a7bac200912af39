package physio.outcomes.job;

/** What a page is written as. */
public enum PageFormat {
    HTML,
    PDF
}
