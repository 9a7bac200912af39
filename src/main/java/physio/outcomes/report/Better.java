package physio.outcomes.report;

/** Which end of an axis is the good one. */
public enum Better {
    HIGHER,
    LOWER,
    NEITHER;

    /** The hint on a horizontal axis; may be empty. */
    public String across() {
        return said("across");
    }

    /** The hint on a vertical axis; may be empty. */
    public String upright() {
        return said("upright");
    }

    /** The direction of values in words; may be empty. */
    public String words() {
        return said("words");
    }

    /** Whom the two sides of no difference favour, for a horizontal axis; may be empty. */
    public String favours() {
        return said("favours");
    }

    private String said(String what) {
        return this == NEITHER ? "" : Texts.say("better." + what, this);
    }

    /** +1 where higher values are better, −1 where lower ones are, else 0. */
    public int polarity() {
        return this == HIGHER ? 1 : this == LOWER ? -1 : 0;
    }
}
