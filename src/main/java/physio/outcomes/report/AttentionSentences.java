package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.spc.Assurance;
import physio.outcomes.spc.Signal;
import physio.outcomes.spc.Variation;
import physio.outcomes.spc.XmrChart;

/** What to look at first, each line by a rule: worse than chance explains, short of a target, or too little recorded to tell. */
final class AttentionSentences {
    /** Of episodes that end in a month, fewer that can be analysed may not stand for the others. */
    private static final double FEW_ANALYSED = 0.5;

    /** Below this many episodes a share is not worth a line. */
    private static final long FEWEST_EPISODES = 10;

    private final MonthlySubject subject;
    private final LowClinicSentences low;
    private final List<String> sentences = new ArrayList<>();

    private AttentionSentences(MonthlySubject subject) {
        this.subject = subject;
        this.low = new LowClinicSentences(subject);
    }

    /** On the page of all clinics each clinic is looked at too. */
    static List<String> of(MonthlySubject subject, List<String> clinics) {
        AttentionSentences attention = new AttentionSentences(subject);
        for (Measure measure : subject.measures()) {
            attention.addMonths(measure, subject);
        }
        for (String clinic : subject.isOneClinic() ? List.of(subject.clinic()) : clinics) {
            attention.addClinic(clinic);
        }
        return attention.sentences.isEmpty()
                ? List.of("Nothing stands out: no figure is worse than chance explains, and none misses its target.")
                : attention.sentences;
    }

    private void addMonths(Measure measure, MonthlySubject of) {
        XmrChart months = MonthlySeries.of(of, measure);
        if (months.variation(1).equals(Optional.of(Variation.CONCERNING))) {
            sentences.add(who(of) + measure.label() + " is getting worse beyond chance: " + lastSignal(months)
                    + ". See Month by month.");
        }
        Optional.ofNullable(of.settings().report().targets().get(measure.id()))
                .filter(target -> months.assurance(target.doubleValue(), 1).equals(Optional.of(Assurance.FAIL)))
                .ifPresent(target -> sentences.add(who(of) + measure.label() + " misses its target of "
                        + Words.number(target.doubleValue()) + " " + measure.unit()
                        + " in every month that is like the last ones."));
    }

    private static String lastSignal(XmrChart months) {
        for (int i = months.points().size() - 1; i >= 0; i--) {
            Optional<Signal> signal = months.signals().get(i);
            if (signal.isPresent() && signal.get().direction() < 0) {
                return Words.month(months.points().get(i).month()) + " is "
                        + signal.get().meaning();
            }
        }
        return "";
    }

    private void addClinic(String clinic) {
        MonthlySubject own =
                new MonthlySubject(subject.tables(), subject.settings(), subject.month(), clinic, subject.measures());
        sentences.addAll(low.of(clinic));
        for (Measure measure : subject.measures()) {
            if (!subject.isOneClinic()) {
                addMonths(measure, own);
            }
            addFewAnalysed(clinic, measure);
        }
    }

    private void addFewAnalysed(String clinic, Measure measure) {
        subject.tables()
                .participation()
                .first(Map.of("clinic_id", clinic, "measure", measure.id()))
                .ifPresent(row -> {
                    OptionalDouble all = row.number("n_episodes");
                    OptionalDouble analysed = row.number("with_follow_up");
                    boolean isEnough = all.orElse(0) >= FEWEST_EPISODES && analysed.isPresent();
                    if (isEnough && analysed.getAsDouble() / all.getAsDouble() < FEW_ANALYSED) {
                        sentences.add("Clinic " + clinic + ": of " + Words.count(row.count("n_episodes"))
                                + " episodes last seen this month only " + Words.count(row.count("with_follow_up"))
                                + " have both scores of " + measure.label() + ". See How good are the data.");
                    }
                });
    }

    private static String who(MonthlySubject of) {
        return of.isOneClinic() ? "Clinic " + of.clinic() + ": " : "All clinics: ";
    }
}
