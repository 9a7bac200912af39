package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.report.Page;
import physio.outcomes.report.SmallMonth;
import physio.outcomes.report.html.HtmlPages;

class PageFilesTest {
    private static final HtmlPages HTML = new HtmlPages("1.0", Optional.empty());

    private final Path reports;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    PageFilesTest(@TempDir Path reports) {
        this.reports = reports;
    }

    @Test
    void eachPageHasItsOwnFilesWhicheverThreadDrewIt() throws IOException {
        Map<String, Supplier<Page>> pages = new TreeMap<>();
        IntStream.range(0, 20).forEach(i -> pages.put("page-" + i, () -> page(i)));
        try (ReportDraft draft = ReportDraft.of(Destination.of(reports.resolve("month")))) {
            new PageFiles(HTML, Set.of(PageFormat.HTML), new Stages(heard::add)).write(pages, draft);
            for (int i = 0; i < 20; i++) {
                assertThat(drawn("page-" + i + ".html")).isEqualTo(HTML.render(page(i)));
            }
        }
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 20)
                        .mapToObj(i -> "Drawing " + i + " of 20 pages")
                        .toList());
    }

    @Test
    void aPageIsWrittenBeforeTheLastIsDrawn() {
        Map<String, Supplier<Page>> pages = new TreeMap<>();
        IntStream.range(0, 50).forEach(i -> pages.put("page-" + i, () -> page(filesSoFar())));
        try (ReportDraft draft = ReportDraft.of(Destination.of(reports.resolve("month")))) {
            new PageFiles(HTML, Set.of(PageFormat.HTML), new Stages(heard::add)).write(pages, draft);
            long ofAnother = IntStream.range(0, 50)
                    .filter(i -> !drawn("page-" + i + ".html").equals(HTML.render(page(0))))
                    .count();
            assertThat(ofAnother).isPositive();
        }
    }

    @Test
    void aPageThatCannotBeDrawnEndsTheReportAndLeavesNothing() {
        Supplier<Page> broken = () -> {
            throw new IllegalStateException("no chart");
        };
        assertThatThrownBy(() -> {
                    try (ReportDraft draft = ReportDraft.of(Destination.of(reports.resolve("month")))) {
                        new PageFiles(HTML, Set.of(PageFormat.HTML), new Stages(heard::add))
                                .write(Map.of("a", () -> page(1), "b", broken), draft);
                    }
                })
                .hasStackTraceContaining("no chart");
        assertThat(reports).isEmptyDirectory();
    }

    private static Page page(int organisation) {
        return SmallMonth.with("report: {organisation: Clinics " + organisation + "}")
                .report()
                .overview();
    }

    private int filesSoFar() {
        String[] files = reports.resolve(".month.new").toFile().list((folder, name) -> name.endsWith(".html"));
        return files == null ? 0 : files.length;
    }

    private String drawn(String file) {
        try {
            return Files.readString(reports.resolve(".month.new").resolve(file));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
