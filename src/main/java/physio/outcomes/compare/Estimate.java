package physio.outcomes.compare;

import java.util.Optional;
import physio.outcomes.compare.model.Contrast;

/** A technique's difference from the reference in improvement and the measure's unit, or why there is none. */
record Estimate(String technique, Optional<Contrast> contrast, String note) {}
