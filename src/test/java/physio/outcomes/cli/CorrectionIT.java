package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** Deliveries with something wrong in them, from the command line to the page. */
@ExtendWith(SparkTest.class)
class CorrectionIT {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    private static final String NORTH = """
            session-1,person-1,North,2024-05-01,effleurage,7,3
            session-2,person-1,North,2024-05-08,effleurage,6,2
            """;
    private static final String SOUTH = "session-3,person-2,South,2024-05-02,stretching,8,5\n";

    /** Of as many patients as a row must have to be shown: fewer would wait for more. */
    private static final String LATE = IntStream.rangeClosed(3, 7)
            .mapToObj(i -> "late-" + i + ",person-" + i + ",South,2024-05-0" + i + ",stretching,8,5\n")
            .collect(Collectors.joining());

    private final Place place;

    CorrectionIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.place = Place.in(folder);
    }

    @Test
    void theClinicsOfACorrectedFileAreTheOnlyOnesWithAPage() {
        place.deliver("may.csv", HEADER + NORTH + SOUTH);
        assertThat(place.take("run").code()).isZero();
        assertThat(place.files()).containsKeys("2024-05/clinic-North.html", "2024-05/clinic-South.html");
        place.deliver("may.csv", HEADER + NORTH);
        Ended corrected = place.take("run");
        assertThat(corrected.code()).isZero();
        assertThat(corrected.out())
                .startsWith("may.csv replaces delivery 1.\nRun 2 took in 1 file: 2 records = 2 stored")
                .contains("Monthly report: ", "Comparison: ");
        assertThat(place.files()).containsKey("2024-05/clinic-South.html");
        assertThat(place.text("2024-05/index.html"))
                .contains("1 month of a clinic is shown as earlier reports showed it");
        assertThat(place.command("report", "--with-late-records").code()).isZero();
        assertThat(place.files())
                .containsKey("2024-05/clinic-North.html")
                .doesNotContainKey("2024-05/clinic-South.html");
        assertThat(Jsoup.parse(place.text("2024-05/index.html")).select("a[href]"))
                .extracting(link -> link.attr("href"))
                .contains("clinic-North.html")
                .doesNotContain("clinic-South.html");
        assertThat(place.command("status").out())
                .contains("1 deliveries in force of 2, last run 2", "3 stored, 0 quarantined, replaced since");
    }

    @Test
    void row06LateSessionsOfAReportedMonthCountAndTheNextReportSaysSo() {
        String sentence =
                "Delivery 2 brought or corrected sessions of this month after sessions of a later month had come in";
        place.deliver("may.csv", HEADER + NORTH + "session-4,person-1,North,2024-06-05,effleurage,4,2\n");
        assertThat(place.command("run", place.inbox().toString(), "--month", "2024-05")
                        .code())
                .isZero();
        assertThat(place.text("2024-05/index.html")).doesNotContain("after sessions of a later month");
        place.deliver("late.csv", HEADER + LATE);
        assertThat(place.command("run", place.inbox().toString(), "--month", "2024-05")
                        .code())
                .isZero();
        assertThat(place.files()).containsKey("2024-05/clinic-South.html");
        assertThat(place.text("2024-05/index.html")).contains(sentence);
        assertThat(place.command("report", "--month", "2024-06").code()).isZero();
        assertThat(place.text("2024-06/index.html")).doesNotContain("after sessions of a later month");
    }

    @Test
    void aRefusedFileEndsWithThreeWhileTheOthersGoIn() {
        place.deliver("april.csv", "session_id,patient_id\nsession-9,person-9\n");
        place.deliver("may.csv", HEADER + NORTH + "session-3,person-2,South,2024-05-02,moonlight,8,5\n");
        Ended ended = place.take("run");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("Refused: april.csv ");
        assertThat(ended.out())
                .contains("Run 1 took in 1 file: 3 records = 2 stored + 1 quarantined + 0 duplicates + 0 filtered.")
                .contains("Monthly report: " + place.reports().resolve("2024-05/index.html"));
        assertThat(ended.out() + ended.err()).doesNotContain("session-", "person-", "moonlight");
        assertThat(place.text("2024-05/tables/quarantine.csv")).contains("unknown_technique,technique,1,");
        Ended again = place.take("ingest");
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.out()).isEqualTo("Nothing was taken in.\n");
    }

    @Test
    void whenEveryFileIsRefusedThereIsNothingToReport() {
        place.deliver("april.csv", "session_id,patient_id\nsession-9,person-9\n");
        Ended ended = place.take("run");
        assertThat(ended.err()).contains("Refused: april.csv ");
        assertThat(ended.out()).isEqualTo("Nothing was taken in.\n");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(place.reports()).doesNotExist();
    }

    @Test
    void sessionsWithoutAnyScoreLeaveNothingToReport() {
        place.deliver("may.csv", HEADER + "session-1,person-1,North,2024-05-01,effleurage,,\n");
        Ended ended = place.take("run");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).startsWith("Run 1 took in 1 file: 1 record = 1 stored");
        assertThat(ended.err())
                .endsWith("Error: There is nothing to report: no session up to 2024-05-31 has a score of a measure in"
                        + " the settings.\n");
    }

    @Test
    void aDiskThatFailsWhileTheStoreIsReadIsSaidToFail() throws IOException {
        Path failing = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(failing), "no file here that opens and cannot be read");
        place.deliver("may.csv", HEADER + NORTH);
        assertThat(place.take("ingest").code()).isZero();
        Path metadata = place.store().resolve("outcomes/sessions/metadata");
        for (Path file : FileUtils.listFiles(metadata.toFile(), new String[] {"json"}, false).stream()
                .map(File::toPath)
                .toList()) {
            Files.delete(file);
            Files.createSymbolicLink(file, failing);
        }
        Ended ended = place.command("report");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).contains("Error: a file could not be read or written: check the disk,");
    }
}
