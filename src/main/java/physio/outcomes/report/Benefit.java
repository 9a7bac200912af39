package physio.outcomes.report;

import java.util.Locale;
import java.util.Optional;

/** The ten benefits that the literature claims for physiotherapy massage (METHODS 7), each with what would show it. */
enum Benefit {
    PAIN,
    MOBILITY,
    SWELLING,
    STRENGTH,
    STRESS,
    POSTURE,
    INJURY_PREVENTION,
    RELAXATION,
    SLEEP,
    PARTICIPATION;

    /** What is claimed. */
    String claim() {
        return Texts.say("benefit", this);
    }

    /** The measure that speaks for it; empty where what patients do does. */
    Optional<String> measure() {
        return switch (this) {
            case INJURY_PREVENTION, PARTICIPATION -> Optional.empty();
            case RELAXATION -> STRESS.measure();
            case PAIN, MOBILITY, SWELLING, STRENGTH, STRESS, POSTURE, SLEEP ->
                Optional.of(name().toLowerCase(Locale.ROOT));
        };
    }
}
