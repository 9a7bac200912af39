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
            news.add(deliveries(deliveries.late())
                    + " brought or corrected sessions of this month after sessions of a later month had come in:"
                    + " figures may differ from those of an earlier report.");
        }
        Map<List<Integer>, List<YearMonth>> months = new LinkedHashMap<>();
        new TreeMap<>(deliveries.earlier())
                .forEach((month, numbers) -> months.computeIfAbsent(numbers, first -> new ArrayList<>())
                        .add(month));
        months.forEach((numbers, changed) -> news.add(deliveries(numbers) + " brought or corrected sessions of "
                + changed.stream().map(Words::month).collect(Collectors.joining(", "))
                + ", which earlier reports did not have: these months may look different now."));
        subject.settings().report().rebases().forEach((month, reason) -> {
            if (!month.isAfter(subject.month())) {
                news.add("From " + Words.month(month) + " on control limits are computed anew: " + reason + ".");
            }
        });
        Block told = news.isEmpty()
                ? new Paragraph("Nothing that earlier reports showed: no sessions of earlier months came late or were"
                        + " corrected, and control limits run on as before.")
                : new Sentences(news);
        return new Section("news", "What changed since the last report", List.of(told));
    }

    private static String deliveries(List<Integer> numbers) {
        return (numbers.size() == 1 ? "Delivery " : "Deliveries ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
