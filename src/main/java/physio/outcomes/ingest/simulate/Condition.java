package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.Locale;

/** What the complaint is. It says something of region and age, nothing of the outcome beyond them. */
enum Condition {
    STRAIN,
    OVERUSE,
    OSTEOARTHRITIS,
    NONSPECIFIC,
    POST_SURGICAL,
    TENSION_HEADACHE;

    static final List<Condition> ALL = List.of(values());

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How common among patients of this region and age (decade of life, 5 for 50–59), as a weight. */
    double weight(BodyRegion region, int decade) {
        return switch (this) {
            case STRAIN -> 0.25;
            case OVERUSE -> 0.20;
            case OSTEOARTHRITIS -> region.isSpine() || decade < 4 ? 0 : 0.08 * (decade - 3);
            case NONSPECIFIC -> region.isSpine() ? 0.45 : 0.10;
            case POST_SURGICAL -> region.isSpine() ? 0.03 : 0.12;
            case TENSION_HEADACHE -> region == BodyRegion.NECK ? 0.30 : 0;
        };
    }
}
