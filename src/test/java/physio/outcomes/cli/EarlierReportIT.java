package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/**
 * Two months, reported one after the other. In May's report the North's two small techniques are hidden, and with them the North, which would tell their sum. June's report has
 * no techniques of May, and would show the North's May, were it not for the earlier one.
 */
@ExtendWith(SparkTest.class)
class EarlierReportIT {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    private static final String MAY = HEADER
            + sessions("North", "2024-05", "effleurage", 1, 3)
            + sessions("North", "2024-05", "stretching", 4, 5)
            + sessions("South", "2024-05", "effleurage", 11, 30)
            + sessions("West", "2024-05", "effleurage", 31, 46);
    private static final String JUNE = HEADER
            + sessions("South", "2024-06", "effleurage", 51, 70)
            + sessions("West", "2024-06", "effleurage", 71, 90);

    private final Place place;

    EarlierReportIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.place = Place.in(folder);
        place.deliver("may.csv", MAY);
        place.deliver("june.csv", JUNE);
        assertThat(place.take("ingest").code()).isZero();
    }

    @Test
    void withoutAnEarlierReportTheMonthIsShown() {
        report("2024-06");
        assertThat(hidden("2024-06")).isEmpty();
    }

    @Test
    void whatTheEarlierReportHidTheNextOneHidesToo() {
        report("2024-05");
        assertThat(hidden("2024-05")).contains("North").hasSizeGreaterThan(1);
        report("2024-06");
        assertThat(hidden("2024-06")).isEqualTo(hidden("2024-05"));
    }

    /** Who has read it knows the North's May: hiding it would protect nobody, and its techniques are not even named. */
    @Test
    void whatALaterReportShowedAnEarlierMonthShowsToo() {
        report("2024-06");
        report("2024-05");
        assertThat(hidden("2024-05")).isEmpty();
        assertThat(place.text("2024-05/tables/technique_outcomes.csv"))
                .doesNotContain("North,2024-05,pain,session,stretching");
    }

    @Test
    void aReportMadeAgainIsTheSame() {
        report("2024-05");
        String first = place.text("2024-05/results.json");
        assertThat(place.command("report", "--month", "2024-05", "--format", "html", "--force")
                        .code())
                .isZero();
        assertThat(place.text("2024-05/results.json")).isEqualTo(first);
        assertThat(place.store().resolve("releases")).isDirectoryNotContaining("glob:**/000002.*");
    }

    /** Everything is as if nobody had read anything. */
    @Test
    void reportsThatNobodyHasReadAreForgotten() {
        report("2024-05");
        assertThat(place.command("report", "--month", "2024-06", "--format", "html", "--with-late-records")
                        .code())
                .isZero();
        assertThat(hidden("2024-06")).isEmpty();
    }

    @Test
    void aDamagedTableOfReleasedCellsIsNamed() throws IOException {
        report("2024-05");
        Path table = place.store().resolve("releases/000001.cells.csv");
        Files.writeString(table, Files.readString(table).substring(0, 200));
        Ended ended = place.command("report", "--month", "2024-06");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err())
                .contains("The table of released cells " + table + " is damaged: put it back from a backup");
        assertThat(place.reports().resolve("2024-06")).doesNotExist();
    }

    private void report(String month) {
        assertThat(place.command("report", "--month", month, "--format", "html").code())
                .isZero();
    }

    /** The clinics whose May is hidden, of immediate changes in pain. */
    private List<String> hidden(String month) {
        return place.text(month + "/tables/monthly_outcomes.csv")
                .lines()
                .filter(line -> line.matches("[^,]*,2024-05,pain,session,.*,true"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** One of each patient, the second of whom got better, the third worse. */
    private static String sessions(String clinic, String month, String technique, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "s%d,p%d,%s,%s-%02d,%s,5,%d\n"
                        .formatted(i, i, clinic, month, 1 + i % 28, technique, i % 3 == 1 ? 5 : i % 3 == 2 ? 2 : 8))
                .collect(Collectors.joining());
    }
}
