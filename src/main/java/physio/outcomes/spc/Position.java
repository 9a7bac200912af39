package physio.outcomes.spc;

/** Where a unit lies in a funnel. */
public enum Position {
    FAR_BELOW("below the 99.8% limits"),
    BELOW("below the 95% limits"),
    WITHIN("within the limits"),
    ABOVE("above the 95% limits"),
    FAR_ABOVE("above the 99.8% limits");

    private final String meaning;

    Position(String meaning) {
        this.meaning = meaning;
    }

    /** The position in words that follow "the clinic is". */
    public String meaning() {
        return meaning;
    }
}
