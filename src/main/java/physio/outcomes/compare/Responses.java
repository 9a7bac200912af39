package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Mcid;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.compare.sums.ResponseDefinition;
import physio.outcomes.measure.sums.ResponseThreshold;

/**
 * What counts as a response in a measure.
 *
 * @param threshold the measure's own
 * @param definitions its own, the alternatives, its own among those with room for it, and the acceptable score
 */
record Responses(ResponseThreshold threshold, List<ResponseDefinition> definitions) {

    /** Of a measure whose baselines have a standard deviation, in steps. */
    static Responses of(Measure measure, OptionalDouble deviation) {
        ResponseThreshold own = ResponseThreshold.of(measure.mcid(), measure, deviation);
        List<ResponseDefinition> definitions = new ArrayList<>();
        definitions.add(ResponseDefinition.of("mcid", own, measure));
        for (Mcid form : measure.alternatives()) {
            definitions.add(ResponseDefinition.of(name(form), ResponseThreshold.of(form, measure, deviation), measure));
        }
        definitions.add(ResponseDefinition.attainable(own, measure));
        if (measure.acceptable().isPresent()) {
            definitions.add(ResponseDefinition.acceptable(own, measure));
        }
        return new Responses(own, definitions);
    }

    private static String name(Mcid form) {
        if (form instanceof Mcid.Percent percent) {
            return "percent_" + percent.percent().toPlainString();
        }
        if (form instanceof Mcid.Absolute absolute) {
            return "absolute_" + absolute.value().toPlainString();
        }
        return form instanceof Mcid.DeviationMultiple multiple
                ? "sd_" + multiple.multiple().toPlainString()
                : "bands";
    }
}
