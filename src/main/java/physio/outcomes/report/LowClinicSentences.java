package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;

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

    /** All measures in which a clinic is low by one rule in one line: they are about the same patients. */
    List<String> of(String clinic) {
        List<String> sentences = new ArrayList<>();
        add(
                sentences,
                clinic,
                own -> own.adjusted().isPresent() && own.isLow(clinic) && own.isLowAsObserved(clinic),
                ", beyond chance, also after adjustment for case mix");
        add(
                sentences,
                clinic,
                own -> own.isLow(clinic) && !own.isLowAsObserved(clinic),
                ", beyond chance, after adjustment for case mix only");
        add(
                sentences,
                clinic,
                own -> own.adjusted().isEmpty() && own.isLow(clinic),
                ", beyond chance, not adjusted for case mix");
        add(
                sentences,
                clinic,
                own -> own.isLowByCaseMix(clinic),
                ", but not after adjustment for case mix: whom it treats may explain it");
        return sentences;
    }

    private void add(List<String> sentences, String clinic, Predicate<ClinicFunnels> rule, String how) {
        List<String> low =
                funnels.stream().filter(rule).map(own -> told(clinic, own)).toList();
        if (!low.isEmpty()) {
            sentences.add("Clinic " + clinic + " improved less than elsewhere" + how + ". " + subject.clinicsPeriod()
                    + ": " + String.join("; ", low) + "." + subject.see("clinics", "Clinics compared"));
        }
    }

    private static String told(String clinic, ClinicFunnels own) {
        Measure measure = own.measure();
        PublishedRow row = own.observed().row(clinic);
        String adjusted = own.adjusted()
                .map(funnel -> "; adjusted " + Words.change(funnel.mean(clinic)))
                .orElse("");
        return measure.label() + " " + Words.change(row.number("improvement_mean")) + " " + measure.unit()
                + " against "
                + Words.change(OptionalDouble.of(own.observed().funnel().centre())) + " (95% interval "
                + Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure))
                + adjusted + "; " + OutcomeRows.patients(row) + ")";
    }
}
