package physio.outcomes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import physio.outcomes.domain.UserException;
import physio.outcomes.report.IndexPage;
import physio.outcomes.report.IndexPage.Entry;
import physio.outcomes.report.html.HtmlPages;

/** {@code reports/index.html}, made anew from the reports that there are. */
final class ReportIndex {
    private ReportIndex() {}

    static void write(Path reports, String organisation, HtmlPages html) {
        List<Entry> months = new ArrayList<>();
        List<Entry> comparisons = new ArrayList<>();
        try (Stream<Path> folders = Files.list(reports)) {
            for (Path folder : folders.sorted(Comparator.reverseOrder()).toList()) {
                String name = String.valueOf(folder.getFileName());
                ReportFolder.title(folder).ifPresent(title -> {
                    if (name.matches("\\d{4}-\\d{2}")) {
                        months.add(new Entry(name, title));
                    } else if (name.startsWith("compare-")) {
                        comparisons.add(0, new Entry(name, title));
                    }
                });
            }
            Path aside = reports.resolve(".index.html.new");
            Files.writeString(aside, html.render(IndexPage.of(organisation, months, comparisons)));
            Files.move(aside, reports.resolve("index.html"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw UserException.store(
                    "Cannot write " + reports.resolve("index.html") + ": check room and permissions.");
        }
    }
}
