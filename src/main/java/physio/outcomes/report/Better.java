package physio.outcomes.report;

/** Which end of an axis is the good one. */
public enum Better {
    HIGHER("better →", "↑ better", "higher is better", "← favours the reference · favours the technique →"),
    LOWER("← better", "↓ better", "lower is better", "← favours the technique · favours the reference →"),
    NEITHER("", "", "", "");

    private final String across;
    private final String upright;
    private final String words;
    private final String favours;

    Better(String across, String upright, String words, String favours) {
        this.across = across;
        this.upright = upright;
        this.words = words;
        this.favours = favours;
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

    /** Whom the two sides of no difference favour, for a horizontal axis; may be empty. */
    public String favours() {
        return favours;
    }

    /** +1 where higher values are better, −1 where lower ones are, else 0. */
    public int polarity() {
        return this == HIGHER ? 1 : this == LOWER ? -1 : 0;
    }
}
