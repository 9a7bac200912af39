package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One clinic, by its number from 1. Most are alike; four have a story: C04 improves, C09 slides, C07 loses score
 * sheets, C12 is small.
 */
record Clinic(int number) {
    private static final int IMPROVING = 4;
    private static final int SLIDING = 9;
    private static final int CARELESS = 7;
    private static final int SMALL = 12;

    /** The clinics of a plan, in order. */
    static List<Clinic> of(SimulationPlan plan) {
        return IntStream.rangeClosed(1, plan.clinics()).mapToObj(Clinic::new).toList();
    }

    String id() {
        return String.format(Locale.ROOT, "C%02d", number);
    }

    /** Share of the patients, as a weight. */
    double size() {
        return number == SMALL ? 0.035 : 0.7 + 0.1 * (number * 5 % 8);
    }

    int practitioners() {
        return number == SMALL ? 2 : 3 + number * 3 % 4;
    }

    /**
     * Lasting improvement of a full course beyond that of the average clinic, in points of pain.
     *
     * @param elapsed share of the plan's period that has passed, 0 to 1
     */
    double quality(double elapsed) {
        return switch (number) {
            case IMPROVING -> -0.6 + 2.2 * elapsed;
            case SLIDING -> 0.6 - 2.2 * elapsed;
            default -> 0.08 * (number * 3 % 5 - 2);
        };
    }

    /** Chance that a score of an attended session was not written down. */
    double missingShare() {
        return number == CARELESS ? 0.15 : 0.055;
    }

    /** What a reader of the files should know of this clinic, as a list item; empty for most. */
    String story() {
        return switch (number) {
            case IMPROVING -> "- **C04** improves over the period: its episodes gain more and more.";
            case CARELESS -> "- **C07** leaves far more scores empty than the others.";
            case SLIDING -> "- **C09** slides: its episodes gain less and less.";
            case SMALL -> "- **C12** is small: about 0.3% of the sessions.";
            default -> "";
        };
    }
}
