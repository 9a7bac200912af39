package physio.outcomes.spc;

/** Why a month is more than usual scatter, in order of priority; each in both directions. */
public enum Signal {
    ABOVE_LIMITS(1, "above the limits"),
    BELOW_LIMITS(-1, "below the limits"),
    RISING(1, "part of 7 months rising"),
    FALLING(-1, "part of 7 months falling"),
    NEAR_UPPER_LIMIT(1, "one of 2 in 3 months near the upper limit"),
    NEAR_LOWER_LIMIT(-1, "one of 2 in 3 months near the lower limit"),
    ABOVE_CENTRE(1, "part of 7 months above the centre"),
    BELOW_CENTRE(-1, "part of 7 months below the centre");

    private final int direction;
    private final String meaning;

    Signal(int direction, String meaning) {
        this.direction = direction;
        this.meaning = meaning;
    }

    /** +1 where the values are high or rise, −1 where they are low or fall. */
    public int direction() {
        return direction;
    }

    /** The signal in words that follow "the month is". */
    public String meaning() {
        return meaning;
    }
}
