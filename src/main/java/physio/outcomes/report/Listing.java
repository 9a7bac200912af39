package physio.outcomes.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Things told in one sentence, those of one measure together: "Pain: A, B; Sleep: C". */
final class Listing {
    private final Map<String, String> byMeasure;

    private Listing(Map<String, String> byMeasure) {
        this.byMeasure = byMeasure;
    }

    static Listing of(List<Findings.Finding> findings, Function<Findings.Finding, String> told) {
        return new Listing(findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.measure().label(),
                        LinkedHashMap::new,
                        Collectors.mapping(told, Collectors.joining(", ")))));
    }

    @Override
    public String toString() {
        return byMeasure.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
