package physio.outcomes.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.ReasonCode;

/** The findings of a file by rule and column: all counted, the first few kept, so that millions of them fill no memory. */
public final class FileFindings {
    private static final int MOST_KEPT = 5;

    private final Map<Subject, List<Finding>> kept = new LinkedHashMap<>();
    private final Map<Subject, Long> counts = new LinkedHashMap<>();

    private record Subject(ReasonCode rule, String column) {}

    /**
     * The findings of one rule in one column.
     *
     * @param column the canonical column, or empty when they are about whole records
     * @param count how many there are
     * @param first the first of them
     */
    public record Group(ReasonCode rule, String column, long count, List<Finding> first) {}

    void add(Finding finding) {
        Subject subject = new Subject(finding.reason(), finding.column());
        counts.merge(subject, 1L, Long::sum);
        List<Finding> first = kept.computeIfAbsent(subject, any -> new ArrayList<>(MOST_KEPT));
        if (first.size() < MOST_KEPT) {
            first.add(finding);
        }
    }

    /** Adds those of the next part of the file. */
    void addAll(FileFindings next) {
        next.counts.forEach((subject, count) -> counts.merge(subject, count, Long::sum));
        next.kept.forEach((subject, findings) -> {
            List<Finding> first = kept.computeIfAbsent(subject, any -> new ArrayList<>(MOST_KEPT));
            findings.stream().limit(MOST_KEPT - first.size()).forEach(first::add);
        });
    }

    /** In the order of their first finding in the file. */
    public List<Group> groups() {
        return counts.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().rule(),
                        entry.getKey().column(),
                        entry.getValue(),
                        List.copyOf(kept.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }
}
