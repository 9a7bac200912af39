package physio.outcomes.spc;

/** Whether usual scatter keeps the series on the good side of a target. */
public enum Assurance {
    /** The whole range between the limits meets the target. */
    PASS,
    /** The whole range between the limits misses the target. */
    FAIL,
    /** The target lies between the limits or on one: chance decides the month. */
    HIT_AND_MISS
}
