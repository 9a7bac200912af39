package physio.outcomes.compare.sums;

import java.io.Serializable;
import java.math.RoundingMode;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.measure.sums.ResponseThreshold;

/** What counts as a response: an improvement of a threshold, or a score that patients call acceptable. */
public final class ResponseDefinition implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which it is. */
    private enum Form {
        IMPROVEMENT,
        ATTAINABLE,
        ACCEPTABLE
    }

    private final String name;
    private final Form form;
    private final ResponseThreshold threshold;
    private final int polarity;
    private final int best;
    private final int acceptable;

    private ResponseDefinition(String name, Form form, ResponseThreshold threshold, Measure measure, int acceptable) {
        this.name = name;
        this.form = form;
        this.threshold = threshold;
        this.polarity = measure.polarity();
        this.best = (measure.polarity() > 0 ? measure.high() : measure.low())
                .divide(measure.step(), 0, RoundingMode.FLOOR)
                .intValueExact();
        this.acceptable = acceptable;
    }

    /** An improvement of at least a threshold. */
    public static ResponseDefinition of(String name, ResponseThreshold threshold, Measure measure) {
        return new ResponseDefinition(name, Form.IMPROVEMENT, threshold, measure, 0);
    }

    /** The same, among those whose baseline leaves room for it. */
    public static ResponseDefinition attainable(ResponseThreshold threshold, Measure measure) {
        return new ResponseDefinition("attainable", Form.ATTAINABLE, threshold, measure, 0);
    }

    /** A follow-up score at least as good as the measure's acceptable one, which it must have. */
    public static ResponseDefinition acceptable(ResponseThreshold threshold, Measure measure) {
        int steps = measure.acceptable()
                .orElseThrow(() -> new IllegalArgumentException("No acceptable score"))
                .divide(measure.step(), 0, measure.polarity() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .intValueExact();
        return new ResponseDefinition("acceptable", Form.ACCEPTABLE, threshold, measure, steps);
    }

    /** As tables name it. */
    public String name() {
        return name;
    }

    /** Whether a row is in the denominator. */
    boolean isCounted(AnalysisRow row) {
        return form != Form.ATTAINABLE || (best - row.baseline) * polarity >= threshold.steps(row.baseline);
    }

    /** Whether a row with a follow-up responded. */
    boolean isResponse(AnalysisRow row) {
        return form == Form.ACCEPTABLE
                ? (row.followUp - acceptable) * polarity >= 0
                : row.improvement >= threshold.steps(row.baseline);
    }
}
