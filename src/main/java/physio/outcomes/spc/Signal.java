package physio.outcomes.spc;

/** Why a month is more than usual scatter, in order of priority; each in both directions. */
public enum Signal {
    ABOVE_LIMITS(1),
    BELOW_LIMITS(-1),
    /** Part of 7 months rising. */
    RISING(1),
    /** Part of 7 months falling. */
    FALLING(-1),
    /** One of 2 in 3 months near the upper limit. */
    NEAR_UPPER_LIMIT(1),
    /** One of 2 in 3 months near the lower limit. */
    NEAR_LOWER_LIMIT(-1),
    /** Part of 7 months above the centre. */
    ABOVE_CENTRE(1),
    /** Part of 7 months below the centre. */
    BELOW_CENTRE(-1);

    private final int direction;

    Signal(int direction) {
        this.direction = direction;
    }

    /** +1 where the values are high or rise, −1 where they are low or fall. */
    public int direction() {
        return direction;
    }
}
