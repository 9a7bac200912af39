package physio.outcomes.report;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.privacy.PublishedRow;

/** Where patients of a technique are most unlike those of the reference. */
record Imbalance(double difference, String characteristic, String technique, String reference) {

    /** The largest standardised difference that is shown. */
    static Optional<Imbalance> largest(ComparisonSubject subject) {
        CaseMixLabels labels = new CaseMixLabels(subject);
        return subject.tables().rows("characteristics", Map.of()).stream()
                .filter(row ->
                        ComparisonSubject.isTechnique(row) && row.number("smd").isPresent())
                .max(Comparator.comparingDouble(
                        (PublishedRow row) -> Math.abs(row.number("smd").orElseThrow())))
                .map(row -> new Imbalance(
                        row.number("smd").orElseThrow(),
                        labels.characteristic(row.key("characteristic"), row.key("level")),
                        subject.technique(row),
                        subject.techniqueLabel(row.text("reference"))));
    }

    @Override
    public String toString() {
        return Texts.say("imbalance", Words.number(Math.abs(difference)), characteristic, technique, reference);
    }
}
