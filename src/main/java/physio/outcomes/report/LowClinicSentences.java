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
                "also_adjusted",
                own -> own.adjusted().isPresent() && own.isLow(clinic) && own.isLowAsObserved(clinic));
        add(sentences, clinic, "only_adjusted", own -> own.isLow(clinic) && !own.isLowAsObserved(clinic));
        add(sentences, clinic, "not_adjusted", own -> own.adjusted().isEmpty() && own.isLow(clinic));
        add(sentences, clinic, "by_case_mix", own -> own.isLowByCaseMix(clinic));
        return sentences;
    }

    private void add(List<String> sentences, String clinic, String how, Predicate<ClinicFunnels> rule) {
        List<String> low =
                funnels.stream().filter(rule).map(own -> told(clinic, own)).toList();
        if (!low.isEmpty()) {
            sentences.add(Texts.say("attention.low." + how, clinic, subject.clinicsPeriod(), String.join("; ", low))
                    + subject.see("clinics"));
        }
    }

    private static String told(String clinic, ClinicFunnels own) {
        Measure measure = own.measure();
        PublishedRow row = own.observed().row(clinic);
        String interval =
                Words.interval(OutcomeRows.improvementLow(row, measure), OutcomeRows.improvementHigh(row, measure));
        String adjusted = own.adjusted()
                .map(funnel -> Texts.say("attention.low.adjusted", Words.change(funnel.mean(clinic))))
                .orElse("");
        return Texts.say(
                "attention.low.measure",
                measure.label(),
                Texts.say("number.unit", Words.change(row.number("improvement_mean")), measure.unit()),
                Words.change(OptionalDouble.of(own.observed().funnel().centre())),
                Words.bracketed(Words.named(interval), adjusted, OutcomeRows.patients(row)));
    }
}
