package physio.outcomes.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
                // Only reports are looked into: HDFS forbids asking what lies below a file.
                if (name.matches("\\d{4}-\\d{2}")) {
                    entry(reports, name).ifPresent(months::add);
                } else if (name.startsWith("compare-")) {
                    entry(reports, name).ifPresent(entry -> comparisons.add(0, entry));
                }
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

    private static Optional<Entry> entry(Destination reports, String name) {
        return ReportFolder.title(reports.resolve(name)).map(title -> new Entry(name, title));
    }
}
