package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/** A measured score: whole points from 0 to its highest, of which either end may be the better. */
enum Instrument {
    PAIN("points", 10, -1, 1),
    MOBILITY("% of normal", 100, 1, 6),
    FUNCTION("points", 10, 1, 0.7),
    SLEEP("points", 21, -1, 0.7),
    STRESS("points", 40, -1, 1.5);

    static final List<Instrument> ALL = List.of(values());
    /** Those scored before and after each session. */
    static final List<Instrument> OF_SESSIONS = List.of(PAIN, MOBILITY);

    private final String unit;
    private final int highest;
    private final int polarity;
    private final double pointsPerPainPoint;

    Instrument(String unit, int highest, int polarity, double pointsPerPainPoint) {
        this.unit = unit;
        this.highest = highest;
        this.polarity = polarity;
        this.pointsPerPainPoint = pointsPerPainPoint;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit() {
        return unit;
    }

    /** Points of this instrument that weigh as much as one point of pain. */
    double pointsPerPainPoint() {
        return pointsPerPainPoint;
    }

    /** The score a clinician would write down: rounded to a whole point and held within the range. */
    int score(double burden) {
        double raw = polarity > 0 ? highest - burden : burden;
        return (int) Math.max(0, Math.min(highest, Math.floor(raw + 0.5)));
    }

    /** Change in the direction that is better, in points. */
    int improvement(int baseline, int followUp) {
        return polarity * (followUp - baseline);
    }

    /** Where the score of the visit stands, or the one before the session. */
    Column before() {
        return switch (this) {
            case PAIN -> Column.PAIN_BEFORE;
            case MOBILITY -> Column.MOBILITY_BEFORE;
            case FUNCTION -> Column.FUNCTION_SCORE;
            case SLEEP -> Column.SLEEP_SCORE;
            case STRESS -> Column.STRESS_SCORE;
        };
    }

    /** Where the score after the session stands, for {@link #OF_SESSIONS}; else the same as {@link #before}. */
    Column after() {
        return switch (this) {
            case PAIN -> Column.PAIN_AFTER;
            case MOBILITY -> Column.MOBILITY_AFTER;
            case FUNCTION, SLEEP, STRESS -> before();
        };
    }
}
