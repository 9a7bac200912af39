package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/**
 * A massage technique: whom it is given to and what it does. The first four numbers of a row are popularity, the pain
 * score (points) at which it is given most, immediate relief beyond effleurage (points of pain) and the chance of an
 * adverse event; the others are the lasting improvement of a full course beyond effleurage in pain, mobility,
 * function, sleep and stress (points of each instrument).
 */
enum Technique {
    EFFLEURAGE(1.3, 4.2, 0.0, 0.010, 0.0, 0.0, 0.0, 0.0, 0.0),
    PETRISSAGE(1.0, 4.8, 0.2, 0.010, 0.3, 1.5, 0.1, 0.1, 0.0),
    DEEP_TISSUE(1.8, 8.8, 0.3, 0.050, 0.15, 2.0, 0.2, -0.6, -1.2),
    MYOFASCIAL_RELEASE(1.0, 5.1, -0.1, 0.015, 1.35, 6.0, 1.0, 0.3, 0.3),
    TRIGGER_POINT(1.0, 6.8, 0.4, 0.040, 0.55, 3.0, 0.5, -0.3, -0.6),
    STRETCHING(1.2, 4.3, -0.3, 0.010, 1.05, 8.0, 0.8, 0.0, 0.4),
    PNF(0.8, 5.2, -0.3, 0.012, 0.8, 11.0, 1.2, -0.1, 0.0),
    FRICTION(0.7, 6.2, -0.2, 0.040, -0.1, 4.0, 0.3, -0.4, -0.8);

    static final List<Technique> ALL = List.of(values());

    /** SD of the pain scores for which a technique is thought right, in points: wide enough that all overlap. */
    private static final double INDICATION_WIDTH = 1.9;

    private final double popularity;
    private final double indicatedPain;
    private final double relief;
    private final double adverseEventRate;
    private final double pain;
    private final double mobility;
    private final double function;
    private final double sleep;
    private final double stress;

    Technique(
            double popularity,
            double indicatedPain,
            double relief,
            double adverseEventRate,
            double pain,
            double mobility,
            double function,
            double sleep,
            double stress) {
        this.popularity = popularity;
        this.indicatedPain = indicatedPain;
        this.relief = relief;
        this.adverseEventRate = adverseEventRate;
        this.pain = pain;
        this.mobility = mobility;
        this.function = function;
        this.sleep = sleep;
        this.stress = stress;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How readily a therapist takes this technique for a patient whose complaint looks this bad (points of pain). */
    double indication(double severity) {
        double distance = (severity - indicatedPain) / INDICATION_WIDTH;
        return popularity * StrictMath.exp(-distance * distance / 2);
    }

    /** Immediate relief beyond effleurage, in points of pain. */
    double relief() {
        return relief;
    }

    double adverseEventRate() {
        return adverseEventRate;
    }

    /** Lasting improvement of a full course beyond effleurage, in points, before rounding and clipping. */
    double lasting(Instrument instrument) {
        return switch (instrument) {
            case PAIN -> pain;
            case MOBILITY -> mobility;
            case FUNCTION -> function;
            case SLEEP -> sleep;
            case STRESS -> stress;
        };
    }
}
