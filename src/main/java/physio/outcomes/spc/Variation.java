package physio.outcomes.spc;

/** What the last settled month says about the series. */
public enum Variation {
    IMPROVING,
    CONCERNING,
    NO_SIGNIFICANT_CHANGE
}
