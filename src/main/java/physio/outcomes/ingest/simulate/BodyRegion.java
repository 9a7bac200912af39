package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/** Where the complaint is: how common, and how bad beside the others. */
enum BodyRegion {
    NECK(0.20, 0.0),
    SHOULDER(0.16, 0.1),
    UPPER_BACK(0.09, -0.2),
    LOW_BACK(0.28, 0.2),
    HIP(0.07, 0.1),
    KNEE(0.11, 0.0),
    FOOT_ANKLE(0.05, -0.1),
    ELBOW_WRIST(0.04, -0.2);

    static final List<BodyRegion> ALL = List.of(values());

    private final double share;
    private final double severity;

    BodyRegion(double share, double severity) {
        this.share = share;
        this.severity = severity;
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

    boolean isSpine() {
        return this == NECK || this == UPPER_BACK || this == LOW_BACK;
    }
}
