package physio.outcomes.spc;

/** How far the limits of a stretch of months can be trusted. */
public enum Standing {
    /** From 13 months or more. */
    FIRM("from 13 months or more"),
    /** From fewer than 13 months: they will still move. */
    PROVISIONAL("provisional, fewer than 13 months"),
    /** All months are alike: there are no limits to draw. */
    NO_VARIATION("no variation between months"),
    /** No two settled months are adjacent: nothing is known of the scatter. */
    TOO_FEW("too few months");

    private final String meaning;

    Standing(String meaning) {
        this.meaning = meaning;
    }

    /** The standing in words for a reader of the chart. */
    public String meaning() {
        return meaning;
    }
}
