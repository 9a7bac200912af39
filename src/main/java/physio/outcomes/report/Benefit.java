package physio.outcomes.report;

import java.util.Locale;
import java.util.Optional;

/** The ten benefits that the literature claims for physiotherapy massage (METHODS 7), each with what would show it. */
enum Benefit {
    PAIN("Relieves musculoskeletal pain"),
    MOBILITY("Restores range of motion and flexibility"),
    SWELLING("Promotes circulation and healing"),
    STRENGTH("Improves neuromuscular function"),
    STRESS("Lowers stress, promotes well-being"),
    POSTURE("Improves posture and alignment"),
    INJURY_PREVENTION("Prevents injury, improves performance"),
    RELAXATION("Relaxes"),
    SLEEP("Improves sleep"),
    PARTICIPATION("Engages patients in their care");

    private final String claim;

    Benefit(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
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
