package physio.outcomes.measure.sums;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Mcid.Band;
import physio.outcomes.catalogue.Measure;

/** The smallest improvement that counts as a response, in whole steps and at least one, by the baseline score. */
public final class ResponseThreshold implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] upTo;
    private final int[] steps;
    private final BigDecimal share;

    private ResponseThreshold(int[] upTo, int[] steps, BigDecimal share) {
        this.upTo = upTo;
        this.steps = steps;
        this.share = share;
    }

    /**
     * The threshold of a form.
     *
     * @param deviation the standard deviation of baselines in steps, for a form that is a multiple of it; without one, a step counts
     */
    public static ResponseThreshold of(Mcid form, Measure measure, OptionalDouble deviation) {
        if (form instanceof Mcid.Percent percent) {
            return new ResponseThreshold(
                    new int[0], new int[] {1}, percent.percent().movePointLeft(2));
        }
        if (form instanceof Mcid.Bands bands) {
            return banded(bands.bands(), measure);
        }
        int value = form instanceof Mcid.DeviationMultiple multiple
                ? whole(BigDecimal.valueOf(deviation.orElse(0)).multiply(multiple.multiple()), BigDecimal.ONE)
                : whole(((Mcid.Absolute) form).value(), measure.step());
        return new ResponseThreshold(new int[0], new int[] {value}, BigDecimal.ZERO);
    }

    private static ResponseThreshold banded(List<Band> bands, Measure measure) {
        int[] upTo = bands.stream()
                .limit(bands.size() - 1L)
                .mapToInt(band -> band.upTo()
                        .divide(measure.step(), 0, RoundingMode.FLOOR)
                        .intValueExact())
                .toArray();
        int[] steps = bands.stream()
                .mapToInt(band -> whole(band.value(), measure.step()))
                .toArray();
        return new ResponseThreshold(upTo, steps, BigDecimal.ZERO);
    }

    private static int whole(BigDecimal value, BigDecimal step) {
        return Math.max(1, value.divide(step, 0, RoundingMode.CEILING).intValueExact());
    }

    /** In the measure's unit, where it is the same for everybody. */
    public OptionalDouble common(Measure measure) {
        return share.signum() == 0 && upTo.length == 0
                ? OptionalDouble.of(
                        measure.step().multiply(BigDecimal.valueOf(steps[0])).doubleValue())
                : OptionalDouble.empty();
    }

    /** In whole steps. */
    public int steps(int baseline) {
        if (share.signum() > 0) {
            return Math.max(
                    1,
                    share.multiply(BigDecimal.valueOf(baseline))
                            .setScale(0, RoundingMode.CEILING)
                            .intValueExact());
        }
        for (int i = 0; i < upTo.length; i++) {
            if (baseline <= upTo[i]) {
                return steps[i];
            }
        }
        return steps[steps.length - 1];
    }
}
