package physio.outcomes.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import physio.outcomes.domain.UserException;
import physio.outcomes.report.IndexPage;
import physio.outcomes.report.IndexPage.Entry;
import physio.outcomes.report.html.HtmlPages;

/** {@code reports/index.html}, made anew from the reports that there are. */
final class ReportIndex {
    private ReportIndex() {}

    static void write(Destination reports, String organisation, HtmlPages html) {
        List<Entry> months = new ArrayList<>();
        List<Entry> comparisons = new ArrayList<>();
        try {
            for (String name :
                    reports.names().stream().sorted(Comparator.reverseOrder()).toList()) {
                ReportFolder.title(reports.resolve(name)).ifPresent(title -> {
                    if (name.matches("\\d{4}-\\d{2}")) {
                        months.add(new Entry(name, title));
                    } else if (name.startsWith("compare-")) {
                        comparisons.add(0, new Entry(name, title));
                    }
                });
            }
            Destination aside = reports.resolve(".index.html.new");
            aside.write(
                    html.render(IndexPage.of(organisation, months, comparisons)).getBytes(StandardCharsets.UTF_8));
            aside.moveTo(reports.resolve("index.html"));
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot write " + reports.resolve("index.html") + ": check room and permissions.");
        }
    }
}
