package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** Pages are named by clinic ids, which come from outside: none leads out of the reports, and no two clinics share a page. */
@ExtendWith(SparkTest.class)
class ClinicFilesIT {
    private static final List<String> FIT =
            List.of("C1", "c1", "con", "NUL", "-C03", "_", "index", "clinic-C1", "c1-2", "x".repeat(64));

    private static final List<String> UNFIT = List.of(
            "../../x",
            "..\\x",
            "..",
            ".",
            "/etc/x",
            "C1/../../y",
            "C:x",
            "~x",
            "c1.2",
            "a\0b",
            "\"a\nb\"",
            "x".repeat(65),
            "x".repeat(300),
            "%2e%2e%2fx",
            "\uff0e\uff0e\uff0fx",
            "\u2024\u2024\u2215x",
            "\u202ex",
            "C1\u00a0");

    private final Path folder;
    private final Place place;

    ClinicFilesIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
        this.place = Place.in(folder.resolve("as/deep/as/this"));
    }

    @Test
    void eachClinicHasAPageOfItsOwnInsideTheReports() throws IOException {
        run();
        assertThat(paths(folder))
                .isNotEmpty()
                .allMatch(path ->
                        Stream.of(place.inbox(), place.store(), place.reports()).anyMatch(path::startsWith));
        assertThat(pages().values()).containsExactlyInAnyOrderElementsOf(FIT);
        assertThat(pages().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(place.files().keySet().stream().filter(file -> file.matches("2024-05/clinic-.*pdf")))
                .hasSameSizeAs(FIT);
        assertLinked();
    }

    private void run() {
        StringBuilder csv = new StringBuilder("session_id,patient_id,clinic_id,session_date,technique,pain_before\n");
        Stream.concat(FIT.stream(), UNFIT.stream()).forEach(clinic -> {
            String ids = csv.length() + ",p" + csv.length();
            csv.append("s" + ids + "," + clinic + ",2024-05-02,effleurage,5\n");
        });
        place.deliver("may.csv", csv.toString());
        Ended ended = place.command(
                "run",
                place.inbox().toString(),
                "--without-comparison",
                "--format",
                "html,pdf",
                "--set",
                "ingest.max_rejected_share=1",
                "--set",
                "privacy.profile=none");
        assertThat(ended.err()).doesNotContain("Error");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains(" " + FIT.size() + " stored + " + UNFIT.size() + " quarantined");
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** The clinic that each page is about, by the page's name. */
    private Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        place.files().forEach((file, text) -> {
            if (file.matches("2024-05/clinic-.*html")) {
                String heading = Jsoup.parse(text).select("h1").text();
                pages.put(file, heading.replaceFirst("^Clinic (\\S+): .*", "$1"));
            }
        });
        return pages;
    }

    /** Links lead to files of the reports, and to all pages. */
    private void assertLinked() {
        List<Path> linked = Stream.of("index.html", "2024-05/index.html")
                .map(place.reports()::resolve)
                .flatMap(page -> Jsoup.parse(
                                place.text(place.reports().relativize(page).toString()))
                        .select("a[href$=.html]")
                        .eachAttr("href")
                        .stream()
                        .map(address -> page.resolveSibling(address).normalize()))
                .toList();
        assertThat(linked)
                .allSatisfy(file -> assertThat(file).startsWith(place.reports()).isRegularFile());
        assertThat(linked.stream().map(file -> place.reports().relativize(file).toString()))
                .containsAll(pages().keySet());
    }
}
