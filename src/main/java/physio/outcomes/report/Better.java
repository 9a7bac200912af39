package physio.outcomes.report;

/** Which end of an axis is the good one. */
public enum Better {
    HIGHER("better →", "↑ better", "higher is better"),
    LOWER("← better", "↓ better", "lower is better"),
    NEITHER("", "", "");

    private final String across;
    private final String upright;
    private final String words;

    Better(String across, String upright, String words) {
        this.across = across;
        this.upright = upright;
        this.words = words;
    }

    /** The hint on a horizontal axis; may be empty. */
    public String across() {
        return across;
    }

    /** The hint on a vertical axis; may be empty. */
    public String upright() {
        return upright;
    }

    /** The direction of values in words; may be empty. */
    public String words() {
        return words;
    }

    /** +1 where higher values are better, −1 where lower ones are, else 0. */
    public int polarity() {
        return this == HIGHER ? 1 : this == LOWER ? -1 : 0;
    }
}
