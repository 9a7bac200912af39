package physio.outcomes.catalogue;

import java.math.BigDecimal;
import java.util.List;

/** A minimal clinically important difference, in one of its four forms, with the citation it comes from. */
public sealed interface Mcid {

    /** Where the value was published. */
    String source();

    /** The same difference for everybody, in the measure's unit. */
    record Absolute(BigDecimal value, String source) implements Mcid {}

    /** A share of the baseline, in percent. */
    record Percent(BigDecimal percent, String source) implements Mcid {}

    /** A difference that depends on the baseline: the first band whose {@code upTo} is not below it; the last covers the range. */
    record Bands(List<Band> bands, String source) implements Mcid {}

    /** One band of {@link Bands}, both in the measure's unit. */
    record Band(BigDecimal upTo, BigDecimal value) {}

    /** A multiple of the standard deviation of first-session baselines: distribution-based, and so marked in reports. */
    record DeviationMultiple(BigDecimal multiple, String source) implements Mcid {}
}
