package physio.outcomes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.store.IngestResult;

/**
 * Files into a store of a test's own folder, a comparison of all that is in it, and the tables that it wrote. Spark is the one of all
 * tests, which the test's constructor asks for, so that nobody stops it here.
 */
final class ReportRun {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path page;

    private ReportRun(Path page) {
        this.page = page;
    }

    /** The settings of the project, with a mapping's own where a mapping is named. */
    static Settings settings(String mapping, Map<String, String> overrides) {
        Path jobs = Path.of("jobs");
        Path main = jobs.resolve("outcomes.yaml");
        return SettingsReader.read(
                mapping.isEmpty()
                        ? List.of(main)
                        : List.of(main, jobs.resolve("mappings/" + mapping + ".settings.yaml")),
                overrides);
    }

    /** Takes a file or folder into the store in a folder. */
    static void ingest(Path folder, Settings settings, Path input, String mapping) {
        Optional<Path> file =
                mapping.isEmpty() ? Optional.empty() : Optional.of(Path.of("jobs/mappings", mapping + ".yaml"));
        IngestResult result = new IngestJob(workplace(folder, settings))
                .run(new IngestJob.Order(
                        List.of(input.toString()),
                        "public",
                        file,
                        Optional.of(LocalDate.of(2024, 6, 30)),
                        false,
                        false,
                        false));
        assertThat(result.refusals()).isEmpty();
    }

    /** Takes a file or folder of the source "clinics" in, without a mapping. */
    static IngestResult takeIn(Workplace workplace, Path input) {
        return new IngestJob(workplace)
                .run(new IngestJob.Order(
                        List.of(input.toString()), "clinics", Optional.empty(), Optional.empty(), false, false, false));
    }

    /** Compares all that the store in a folder holds. */
    static ReportRun compared(Path folder, Settings settings) {
        return compared(folder, settings, CompareJob.Question.DEFAULT);
    }

    /** Compares what a question asks for. */
    static ReportRun compared(Path folder, Settings settings, CompareJob.Question question) {
        ReportResult result =
                new CompareJob(workplace(folder, settings)).run(question, Set.of(PageFormat.HTML), Rendering.ALWAYS);
        return new ReportRun(Path.of(result.page()));
    }

    /** What a file of the report's folder says. */
    String text(String name) {
        return text(file(name));
    }

    /** Makes the report of the newest month that the store in a folder holds, in all formats. */
    static ReportRun reported(Path folder, Settings settings) {
        ReportResult result = new MonthlyReportJob(workplace(folder, settings))
                .run(Optional.empty(), Set.of(PageFormat.values()), Rendering.ALWAYS);
        return new ReportRun(Path.of(result.page()));
    }

    private static Workplace workplace(Path folder, Settings settings) {
        return new Workplace(
                settings,
                folder.resolve("store"),
                Destination.of(folder.resolve("reports")),
                CLOCK,
                new SparkEngine(stage -> {}),
                new Cohorts(),
                stage -> {});
    }

    /** A file of the report's folder. */
    Path file(String name) {
        return page.resolveSibling(name);
    }

    /** The page's text. */
    String page() {
        return text(page);
    }

    /** A table's rows as they stand in its file. */
    List<CSVRecord> table(String name) {
        Path file = page.resolveSibling("tables").resolve(name + ".csv");
        try (var records = CSV.parse(Files.newBufferedReader(file))) {
            return records.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The one row whose columns have the values given, as in {@code measure=pain model=ancova}. */
    CSVRecord row(String table, String where) {
        return table(table).stream()
                .filter(row -> List.of(where.split(" ", -1)).stream()
                        .allMatch(one -> row.get(before(one)).equals(after(one))))
                .reduce((first, second) -> {
                    throw new AssertionError("More than one row of " + table + " where " + where);
                })
                .orElseThrow(() -> new AssertionError("No row of " + table + " where " + where));
    }

    /** Checks figures of that row to a millionth, as in {@code estimate=-2.5 df=87}. */
    ReportRun has(String table, String where, String figures) {
        return has(table, where, figures, 1e-6);
    }

    /** Checks figures of that row to a relative tolerance. */
    ReportRun has(String table, String where, String figures, double tolerance) {
        CSVRecord row = row(table, where);
        for (String figure : figures.split(" ", -1)) {
            assertThat(row.get(before(figure))).as(where + " " + figure).isNotEmpty();
            assertThat(Double.parseDouble(row.get(before(figure))))
                    .as(where + " " + figure)
                    .isCloseTo(Double.parseDouble(after(figure)), withinPercentage(100 * tolerance));
        }
        return this;
    }

    private static String before(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String after(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
