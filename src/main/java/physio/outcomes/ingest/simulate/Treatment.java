package physio.outcomes.ingest.simulate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What is done in one session: a technique, or two of which each does half. */
record Treatment(List<Technique> techniques) {
    static Treatment of(Technique technique) {
        return new Treatment(List.of(technique));
    }

    /** The code as it stands in a record, such as {@code pnf} or {@code pnf+stretching}. */
    String code() {
        return techniques.stream().map(Technique::code).collect(Collectors.joining("+"));
    }

    /** The mean over the techniques. */
    double mean(ToDoubleFunction<Technique> effect) {
        double sum = 0;
        for (Technique technique : techniques) {
            sum += effect.applyAsDouble(technique);
        }
        return sum / techniques.size();
    }
}
