package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/** How long a complaint has lasted: the longer, the worse and the slower to recover. */
enum Chronicity {
    ACUTE(0.30, -0.2, 0.31),
    SUBACUTE(0.30, 0.0, 0.28),
    CHRONIC(0.40, 0.5, 0.25);

    static final List<Chronicity> ALL = List.of(values());

    private final double share;
    private final double severity;
    private final double recovery;

    Chronicity(double share, double severity, double recovery) {
        this.share = share;
        this.severity = severity;
        this.recovery = recovery;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double share() {
        return share;
    }

    /** Shift of the severity, in SD. */
    double severity() {
        return severity;
    }

    /** Share of the burden that goes in time under any technique. */
    double recovery() {
        return recovery;
    }
}
