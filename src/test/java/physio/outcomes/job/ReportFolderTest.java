package physio.outcomes.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Figure;
import physio.outcomes.domain.ResultColumn;
import physio.outcomes.domain.ResultColumn.Role;
import physio.outcomes.domain.ResultTable;
import physio.outcomes.domain.ResultTable.ResultRow;
import physio.outcomes.domain.UserException;
import physio.outcomes.job.ReportFolder.Origin;
import physio.outcomes.privacy.Protection;
import physio.outcomes.privacy.PublishedTable;

class ReportFolderTest {
    private static final Origin MAY = new Origin(List.of(1, 2), "7", "settings", "1.0", "month 2024-05");
    private static final Map<String, String> PAGES = Map.of("index.html", "all", "clinic-C1.html", "one");

    private final Path reports;
    private final ReportFolder folder;

    ReportFolderTest(@TempDir Path parent) {
        this.reports = parent.resolve("reports");
        this.folder = new ReportFolder(Destination.of(reports), "2024-05");
    }

    @Test
    void holdsPagesTablesAndTheRecordOfTheRun() throws IOException {
        write(PAGES);
        assertThat(files())
                .containsExactly(
                        "2024-05/clinic-C1.html",
                        "2024-05/index.html",
                        "2024-05/results.json",
                        "2024-05/run.json",
                        "2024-05/tables/activity.csv",
                        "2024-05/tables/dictionary.csv");
        assertThat(page()).hasContent("all");
        assertThat(reports.resolve("2024-05/tables/activity.csv"))
                .hasContent("clinic_id,visits,suppressed\nC1,7,false");
        assertThat(reports.resolve("2024-05/results.json")).content().contains("\"title\" : \"May\"", "\"visits\" : 7");
    }

    @Test
    void theRecordOfTheRunSaysWhatTheReportIsMadeFromAndHowLongItTook() throws IOException {
        write(PAGES);
        assertThat(reports.resolve("2024-05/run.json"))
                .content()
                .contains(
                        "\"deliveries\" : [ 1, 2 ]",
                        "\"version\" : \"1.0\"",
                        "\"seconds\" : 1.5",
                        "\"peak_heap_bytes\" : 1024");
    }

    @Test
    void pagesThatTheNewReportLacksAreGone() throws IOException {
        write(PAGES);
        write(Map.of("index.html", "later"));
        assertThat(files()).doesNotContain("2024-05/clinic-C1.html").contains("2024-05/index.html");
        assertThat(page()).hasContent("later");
    }

    @Test
    void aReportThatCannotBeWrittenLeavesTheOldOneAsItWas() throws IOException {
        write(PAGES);
        assertThatThrownBy(() -> write(Map.of("index.html", "later", "no folder/page.html", "")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.STORE_FAILED))
                .hasMessage(
                        "Cannot write the report to " + reports.resolve("2024-05") + ": check room and permissions.");
        assertThat(page()).hasContent("all");
        assertThat(folder.isMadeFrom(MAY)).isTrue();
        assertThat(reports).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void theOldReportStaysUntilTheNewOneIsWhole() throws IOException {
        write(PAGES);
        try (ReportDraft draft = folder.draft()) {
            draft.add("index.html", "later".getBytes(UTF_8));
            assertThat(reports.resolve(".2024-05.new/index.html")).hasContent("later");
        }
        assertThat(files()).contains("2024-05/clinic-C1.html").noneMatch(file -> file.startsWith("."));
        assertThat(page()).hasContent("all");
    }

    @Test
    void whatARunThatDiedLeftBesideIsClearedAway() throws IOException {
        for (String left : List.of(".2024-05.new/tables", ".2024-05.old/tables")) {
            Files.createDirectories(reports.resolve(left));
            Files.writeString(reports.resolve(left).resolve("stale.csv"), "stale");
        }
        write(PAGES);
        assertThat(files()).allMatch(file -> file.startsWith("2024-05/")).hasSize(6);
        assertThat(files()).noneMatch(file -> file.contains("stale"));
    }

    @Test
    void aPathBackFromALinkLeadsWhereTheFileSystemSays(@TempDir Path elsewhere) throws IOException {
        Path inner = Files.createDirectories(elsewhere.resolve("outer/inner"));
        Path link = Files.createSymbolicLink(Files.createDirectories(reports).resolve("link"), inner);
        Destination back = Destination.of(link.resolve("../reports"));
        try (ReportDraft draft = new ReportFolder(back, "2024-05").draft()) {
            draft.putInPlace("May", List.of(table()), MAY, Map.of());
        }
        assertThat(elsewhere.resolve("outer/reports/2024-05/run.json")).exists();
        assertThat(reports).isDirectoryNotContaining("glob:**/reports");
    }

    /** The folder that is worked in, as {@code --reports .} gives it. */
    @Test
    void aPathThatEndsInNoNameHasTheNameOfTheFolderThatItIs() {
        for (String path : List.of("2024-05/.", "2024-05/tables/..")) {
            Destination month = Destination.of(reports.resolve(path));
            assertThat(month.name()).isEqualTo("2024-05");
            assertThat(month.sibling("2024-06"))
                    .hasToString(reports.resolve("2024-06").toString());
        }
    }

    @Test
    void isMadeFromItsOwnOriginAndNoOther() {
        assertThat(folder.isMadeFrom(MAY)).isFalse();
        write(PAGES);
        assertThat(folder.isMadeFrom(new Origin(List.of(1, 2), "7", "settings", "1.0", "month 2024-05")))
                .isTrue();
        assertThat(List.of(
                        new Origin(List.of(1, 2), "8", "settings", "1.0", "month 2024-05"),
                        new Origin(List.of(1, 3), "7", "settings", "1.0", "month 2024-05"),
                        new Origin(List.of(1, 2), "7", "others", "1.0", "month 2024-05"),
                        new Origin(List.of(1, 2), "7", "settings", "1.1", "month 2024-05"),
                        new Origin(List.of(1, 2), "7", "settings", "1.0", "month 2024-06")))
                .noneMatch(folder::isMadeFrom);
    }

    @Test
    void aDamagedRecordMeansThatTheReportIsMadeAnew() throws IOException {
        write(PAGES);
        Files.writeString(reports.resolve("2024-05/run.json"), "{\"title\"");
        assertThat(folder.isMadeFrom(MAY)).isFalse();
        assertThat(ReportFolder.title(Destination.of(reports.resolve("2024-05"))))
                .isEmpty();
    }

    @Test
    void aReportWhosePageIsGoneIsMadeAnew() throws IOException {
        write(PAGES);
        Files.delete(page());
        assertThat(folder.isMadeFrom(MAY)).isFalse();
    }

    @Test
    void knowsTheTitleOfAReportAndNoneOfAnotherFolder() throws IOException {
        write(PAGES);
        assertThat(ReportFolder.title(Destination.of(reports.resolve("2024-05"))))
                .hasValue("May");
        assertThat(ReportFolder.title(Destination.of(Files.createDirectory(reports.resolve("notes")))))
                .isEmpty();
    }

    private Path page() {
        return Path.of(folder.page().toString());
    }

    private void write(Map<String, String> pages) {
        try (ReportDraft draft = folder.draft()) {
            pages.forEach((file, text) -> draft.add(file, text.getBytes(UTF_8)));
            draft.putInPlace("May", List.of(table()), MAY, Map.of("Reading", new Stages.Usage(1.5, 1024)));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(reports)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> reports.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    private static PublishedTable table() {
        return Protection.of(PrivacyProfile.NONE)
                .publish(new ResultTable(
                        "activity",
                        List.of("clinic_id"),
                        List.of(new ResultColumn("visits", Role.ADDITIVE_COUNT)),
                        List.of(new ResultRow(List.of("C1"), 3, List.of(new Figure.Count(7))))));
    }
}
