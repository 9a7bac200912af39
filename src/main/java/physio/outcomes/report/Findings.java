package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;

/**
 * What the adjusted contrasts of one window come to, by rule: a technique differs from the reference where Holm's p is below
 * {@link ComparisonSubject#LEVEL}.
 */
record Findings(List<Finding> all) {

    /** What one contrast comes to. */
    enum Verdict {
        DIFFERS,
        NOT_TOLD_APART,
        NOT_COMPARABLE,
        /** Hidden, or without the p that would decide. */
        NOT_JUDGED
    }

    /** One contrast. */
    record Finding(Measure measure, PublishedRow contrast) {
        Verdict verdict() {
            if (Estimates.isRefused(contrast)) {
                return Verdict.NOT_COMPARABLE;
            }
            return contrast.number("p_holm").stream()
                    .mapToObj(p -> p < ComparisonSubject.LEVEL ? Verdict.DIFFERS : Verdict.NOT_TOLD_APART)
                    .findFirst()
                    .orElse(Verdict.NOT_JUDGED);
        }

        boolean isTested() {
            return Stream.of(Verdict.DIFFERS, Verdict.NOT_TOLD_APART).anyMatch(verdict()::equals);
        }
    }

    /** The findings in a window, of techniques only. */
    static Findings of(ComparisonSubject subject, String window) {
        List<Finding> all = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            subject.contrasts(measure, window, ComparisonSubject.JUDGED_BY).stream()
                    .filter(ComparisonSubject::isTechnique)
                    .forEach(row -> all.add(new Finding(measure, row)));
        }
        return new Findings(List.copyOf(all));
    }

    List<Finding> with(Verdict verdict) {
        return all.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    List<Finding> tested() {
        return all.stream().filter(Finding::isTested).toList();
    }
}
