package physio.outcomes.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import physio.outcomes.report.Page.Block;
import physio.outcomes.report.Page.Paragraph;
import physio.outcomes.report.Page.Section;
import physio.outcomes.report.Page.Sentences;

/** Why figures differ from those of earlier reports: sessions that came late, limits that start anew. */
final class NewsSection {
    private NewsSection() {}

    static Section of(MonthlySubject subject, MonthlyReport.Deliveries deliveries) {
        List<String> news = new ArrayList<>();
        if (!deliveries.late().isEmpty()) {
            news.add(Texts.say(deliveries.late().size(), "news.late", told(deliveries.late())));
        }
        Map<List<Integer>, List<YearMonth>> months = new LinkedHashMap<>();
        new TreeMap<>(deliveries.earlier())
                .forEach((month, numbers) -> months.computeIfAbsent(numbers, first -> new ArrayList<>())
                        .add(month));
        months.forEach((numbers, changed) -> news.add(Texts.say(
                numbers.size(),
                "news.earlier",
                told(numbers),
                changed.stream().map(Words::month).collect(Collectors.joining(", ")))));
        if (deliveries.heldBack() > 0) {
            news.add(Texts.say(deliveries.heldBack(), "news.held_back", String.valueOf(deliveries.heldBack())));
        }
        if (deliveries.withdrawn() > 0) {
            news.add(Texts.say(deliveries.withdrawn(), "news.withdrawn", String.valueOf(deliveries.withdrawn())));
        }
        subject.settings().report().rebases().forEach((month, reason) -> {
            if (!month.isAfter(subject.month())) {
                news.add(Texts.say("news.rebase", Words.month(month), reason));
            }
        });
        Block told = news.isEmpty() ? new Paragraph(Texts.say("news.none")) : new Sentences(news);
        return new Section("news", Texts.say("news.heading"), List.of(told));
    }

    private static String told(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
