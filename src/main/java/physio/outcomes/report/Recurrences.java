package physio.outcomes.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import physio.outcomes.privacy.PublishedRow;

/** How many are free of a new episode after a year, or as long as is shown of any technique. */
final class Recurrences {
    private static final int YEAR = 12;

    private Recurrences() {}

    static String freeAfterAYear(ComparisonSubject subject) {
        List<PublishedRow> rows = shown(subject.tables().rows("recurrence", Map.of()));
        Optional<Integer> last = rows.stream().map(Recurrences::month).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return Words.hidden();
        }
        List<PublishedRow> then =
                rows.stream().filter(row -> month(row) == last.get()).toList();
        Comparator<PublishedRow> byShare =
                Comparator.comparingDouble(row -> row.number("free").orElseThrow());
        PublishedRow least = then.stream().min(byShare).orElseThrow();
        PublishedRow most = then.stream().max(byShare).orElseThrow();
        String month = Words.count(last.get());
        return least.key("technique").equals(most.key("technique"))
                ? Texts.say("scorecard.free", month, told(subject, least))
                : Texts.say("scorecard.free.range", month, told(subject, least), told(subject, most));
    }

    /** Of each technique up to the first month of which anything is hidden, where its curve ends too. */
    private static List<PublishedRow> shown(List<PublishedRow> rows) {
        return rows.stream()
                .map(row -> row.key("technique"))
                .distinct()
                .flatMap(technique -> rows.stream()
                        .filter(row -> row.key("technique").equals(technique) && month(row) <= YEAR)
                        .takeWhile(row -> row.number("free").isPresent()
                                && row.count("at_risk").isPresent()))
                .toList();
    }

    private static String told(ComparisonSubject subject, PublishedRow row) {
        return Texts.say(
                "scorecard.free.technique",
                Words.percent(row.number("free")),
                subject.technique(row),
                Words.percentInterval(row.number("ci_low"), row.number("ci_high")));
    }

    private static int month(PublishedRow row) {
        return Integer.parseInt(row.key("month"));
    }
}
