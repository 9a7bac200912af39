package physio.outcomes.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.catalogue.Measure;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.spc.Assurance;
import physio.outcomes.spc.Variation;

/** What to look at first, each line by a rule: worse than chance explains, short of a target, or too little recorded to tell. */
final class AttentionSentences {
    /** Of episodes that end in a month, fewer that can be analysed may not stand for the others. */
    private static final double FEW_ANALYSED = 0.5;

    /** Below this many episodes a share is not worth a line. */
    private static final long FEWEST_EPISODES = 10;

    /** More lines than this nobody acts on; whose others there are is said. */
    private static final int MOST_LINES = 10;

    private final MonthlySubject subject;
    private final LowClinicSentences low;
    private final List<Line> lines = new ArrayList<>();

    /** What all clinics together miss is said once, not of each. */
    private final List<String> missedByAll = new ArrayList<>();

    private AttentionSentences(MonthlySubject subject) {
        this.subject = subject;
        this.low = new LowClinicSentences(subject);
    }

    /** Why something is looked at, the weightiest first. */
    private enum Reason {
        FAR_BELOW,
        MISSED_TARGET,
        GETS_WORSE,
        TOO_LITTLE
    }

    private record Line(Reason reason, String clinic, String text) {}

    /** On the page of all clinics each clinic is looked at too. */
    static List<String> of(MonthlySubject subject, List<String> clinics) {
        AttentionSentences attention = new AttentionSentences(subject);
        if (!subject.isOneClinic()) {
            attention.addMonths(subject);
        }
        for (String clinic : subject.isOneClinic() ? List.of(subject.clinic()) : clinics) {
            attention.addClinic(clinic);
        }
        return attention.sentences();
    }

    private List<String> sentences() {
        if (lines.isEmpty()) {
            return List.of(isAnyShown() ? Texts.say("attention.none") : Texts.say("attention.too_few"));
        }
        List<Line> ordered =
                lines.stream().sorted(Comparator.comparing(Line::reason)).toList();
        int shown = Math.min(MOST_LINES, ordered.size());
        List<String> sentences =
                new ArrayList<>(ordered.stream().limit(shown).map(Line::text).toList());
        if (shown < ordered.size()) {
            List<String> others = ordered.stream()
                    .skip(shown)
                    .map(Line::clinic)
                    .distinct()
                    .sorted()
                    .toList();
            sentences.add(Texts.say("attention.others", String.join(", ", others)));
        }
        return sentences;
    }

    private boolean isAnyShown() {
        return subject.measures().stream()
                .flatMap(measure -> subject.total(subject.clinic(), measure, "episode").stream())
                .anyMatch(row -> !row.isSuppressed());
    }

    private void addClinic(String clinic) {
        MonthlySubject own = subject.of(clinic);
        low.of(clinic).forEach(text -> lines.add(new Line(Reason.FAR_BELOW, clinic, text)));
        addMonths(own);
        addFewAnalysed(clinic);
    }

    /** What gets worse or misses its target, of one clinic or all. */
    private void addMonths(MonthlySubject of) {
        Indicators indicators = of.indicators();
        List<String> worse = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Measure measure : of.measures()) {
            judge(measure.label(), indicators.improvement(measure), worse, missed);
            if (of.clinic().equals(subject.clinic())) {
                judge(Texts.say("attention.improved", measure.label()), indicators.improved(measure), worse, missed);
                judge(Texts.say("attention.deteriorated", measure.label()), indicators.worse(measure), worse, missed);
            }
        }
        judge(Texts.say("attention.attendance"), indicators.attendance(), worse, missed);
        judge(Texts.say("attention.completeness"), indicators.completeness(), worse, missed);
        if (!worse.isEmpty()) {
            String text = Texts.say("attention.worse", whose(of), String.join("; ", worse));
            lines.add(new Line(Reason.GETS_WORSE, of.clinic(), text + of.see("months")));
        }
        missed.removeAll(missedByAll);
        if (!of.isOneClinic()) {
            missedByAll.addAll(missed);
        }
        if (!missed.isEmpty()) {
            String text = Texts.say("attention.missed", whose(of), String.join(", ", missed));
            lines.add(new Line(Reason.MISSED_TARGET, of.clinic(), text + of.see("months")));
        }
    }

    private static void judge(String what, MonthsChart months, List<String> worse, List<String> missed) {
        Trend trend = new Trend(months);
        if (trend.assurance().equals(Optional.of(Assurance.FAIL))) {
            missed.add(
                    what + Words.bracketed(months.axis().amount(months.target().orElseThrow())));
        }
        if (trend.variation().equals(Optional.of(Variation.CONCERNING))) {
            worse.add(Texts.say("attention.since", what, trend.lastConcern()));
        }
    }

    private static String whose(MonthlySubject of) {
        return of.isOneClinic() ? Texts.say("who.clinic", of.clinic()) : Texts.say("who.all");
    }

    private void addFewAnalysed(String clinic) {
        List<String> few = new ArrayList<>();
        for (Measure measure : subject.measures()) {
            subject.participation(clinic, measure)
                    .filter(AttentionSentences::isLittleAnalysed)
                    .ifPresent(row -> few.add(Texts.say(
                            "attention.few.measure",
                            measure.label(),
                            Words.count(row.count("with_follow_up")),
                            Words.count(row.count("n_episodes")))));
        }
        if (!few.isEmpty()) {
            String text = Texts.say("attention.few", Texts.say("who.clinic", clinic), String.join(", ", few));
            lines.add(new Line(Reason.TOO_LITTLE, clinic, text + subject.see("quality")));
        }
    }

    private static boolean isLittleAnalysed(PublishedRow row) {
        OptionalDouble share = Shares.of(row.number("with_follow_up"), row.number("n_episodes"));
        return row.number("n_episodes").orElse(0) >= FEWEST_EPISODES && share.orElse(1) < FEW_ANALYSED;
    }
}
