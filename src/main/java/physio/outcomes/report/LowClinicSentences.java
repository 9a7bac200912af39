package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.spc.Position;

/**
 * Whether a clinic improves less than the others. It is said of a clinic only where adjustment for case mix does not take it back; where it
 * does, that is said instead, as the chart of what was observed shows the clinic beyond its limits.
 */
final class LowClinicSentences {
    private final MonthlySubject subject;
    private final List<ClinicFunnels> funnels = new ArrayList<>();

    LowClinicSentences(MonthlySubject subject) {
        this.subject = subject;
        subject.measures().forEach(measure -> ClinicFunnels.of(subject, measure).ifPresent(funnels::add));
    }

    /** All measures in which a clinic is low in one line: they are about the same patients. */
    List<String> of(String clinic) {
        List<String> sentences = new ArrayList<>();
        told(clinic, own -> own.isLow(clinic))
                .ifPresent(low -> sentences.add("Clinic " + clinic + " improved less than elsewhere, beyond chance, "
                        + subject.clinicsPeriod() + ": " + low + "." + subject.see("clinics", "Clinics compared")));
        told(clinic, own -> own.isLowByCaseMix(clinic))
                .ifPresent(low -> sentences.add("Clinic " + clinic + " improved less than elsewhere, but not after"
                        + " adjustment for case mix, " + subject.clinicsPeriod() + ": " + low
                        + ". Whom it treats may explain it." + subject.see("clinics", "Clinics compared")));
        return sentences;
    }

    private Optional<String> told(String clinic, Predicate<ClinicFunnels> condition) {
        List<String> told =
                funnels.stream().filter(condition).map(own -> told(clinic, own)).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
    }

    private static String told(String clinic, ClinicFunnels own) {
        Measure measure = own.measure();
        PublishedRow row = own.observed().row(clinic);
        return measure.label() + " " + Words.change(row.number("improvement_mean")) + " " + measure.unit()
                + " against "
                + Words.change(OptionalDouble.of(own.observed().funnel().centre())) + " (95% interval "
                + Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure))
                + ", " + OutcomeRows.patients(row) + "), " + adjusted(clinic, own);
    }

    private static String adjusted(String clinic, ClinicFunnels own) {
        if (own.adjusted().isEmpty()) {
            return "not adjusted for case mix";
        }
        String mean = Words.change(own.judged().mean(clinic));
        if (own.isLow(clinic)) {
            return (own.isLowAsObserved(clinic) ? "also" : "only") + " after adjustment for case mix (" + mean + ")";
        }
        return "adjusted " + mean + ", "
                + own.judged().position(clinic).map(Position::meaning).orElse(Words.NONE);
    }
}
