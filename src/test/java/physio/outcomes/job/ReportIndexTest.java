package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.domain.UserException;
import physio.outcomes.report.html.HtmlPages;

class ReportIndexTest {
    private final Path reports;

    ReportIndexTest(@TempDir Path reports) {
        this.reports = reports;
    }

    @Test
    void listsMonthsNewestFirstAndThenComparisonsByName() throws IOException {
        for (String name : List.of("2023-12", "2024-02", "compare-neck", "2024-01", "compare-default")) {
            report(name, "Report " + name);
        }
        assertThat(links())
                .containsExactly(
                        "Report 2024-02 -> 2024-02/index.html",
                        "Report 2024-01 -> 2024-01/index.html",
                        "Report 2023-12 -> 2023-12/index.html",
                        "Report compare-default -> compare-default/index.html",
                        "Report compare-neck -> compare-neck/index.html");
    }

    @Test
    void leavesOutWhatIsNoReport() throws IOException {
        report("2024-01", "January");
        report("example", "A folder of another kind");
        Files.createDirectories(reports.resolve("2024-02"));
        Files.writeString(reports.resolve("2024-03"), "a file");
        assertThat(links()).containsExactly("January -> 2024-01/index.html");
    }

    @Test
    void aReportThatIsGoneIsListedNoMore() throws IOException {
        report("2024-01", "January");
        report("2024-02", "February");
        assertThat(links()).hasSize(2);
        Files.delete(reports.resolve("2024-02/run.json"));
        assertThat(links()).containsExactly("January -> 2024-01/index.html");
    }

    @Test
    void titlesAreTextAndNotMarkup() throws IOException {
        report("2024-01", "<script>alert(1)</script>");
        assertThat(page().select("script")).isEmpty();
        assertThat(links()).containsExactly("<script>alert(1)</script> -> 2024-01/index.html");
    }

    @Test
    void theSameReportsGiveTheSameBytes() throws IOException {
        report("2024-01", "January");
        page();
        String first = Files.readString(reports.resolve("index.html"));
        page();
        assertThat(reports.resolve("index.html")).hasContent(first);
        assertThat(reports.resolve(".index.html.new")).doesNotExist();
    }

    @Test
    void withoutAFolderItSaysWhatToCheck() {
        Path missing = reports.resolve("missing");
        assertThatThrownBy(() -> ReportIndex.write(
                        Destination.of(missing), "Example Clinics", new HtmlPages("1.0", Optional.empty())))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot write " + missing.resolve("index.html") + ": check room and permissions.");
    }

    private void report(String name, String title) {
        ReportFolder.Origin origin = new ReportFolder.Origin(List.of(), "", "", "", "");
        try (ReportDraft draft = new ReportFolder(Destination.of(reports), name).draft()) {
            draft.putInPlace(title, List.of(), origin, Map.of());
        }
    }

    private Document page() throws IOException {
        ReportIndex.write(Destination.of(reports), "Example Clinics", new HtmlPages("1.0", Optional.empty()));
        return Jsoup.parse(Files.readString(reports.resolve("index.html")));
    }

    private List<String> links() throws IOException {
        return page().select("a[href$=.html]").stream()
                .map(ReportIndexTest::link)
                .toList();
    }

    private static String link(Element link) {
        return link.text() + " -> " + link.attr("href");
    }
}
