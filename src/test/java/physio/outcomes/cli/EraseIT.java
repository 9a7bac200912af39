package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** A patient asks to be erased after a report was passed on, from the command line to the next month's page. */
@ExtendWith(SparkTest.class)
class EraseIT {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";

    private final Place place;

    EraseIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.place = Place.in(folder);
        place.deliver("may.csv", HEADER + month("North", "05", 9) + month("South", "05", 9));
        assertThat(place.take("run").code()).isZero();
    }

    private static String month(String clinic, String month, int patients) {
        return IntStream.rangeClosed(1, patients)
                .mapToObj(i -> String.format(
                        "%s%s-%d,person-%s-%d,%s,2024-%s-%02d,effleurage,%d,3%n",
                        clinic, month, i, clinic, i, clinic, month, i, 4 + i % 5))
                .collect(Collectors.joining());
    }

    @Test
    void theStoreTheNextDeliveryAndTheNextReportAreWithoutThePatient() {
        Ended trial = place.command("erase", "--patient", "person-North-3", "--dry-run");
        assertThat(trial.out())
                .startsWith(
                        "Would remove 1 session and 0 records in quarantine (delivery 1) from 2 states of the store.\n"
                                + "Would be left out of later reports: 1 month of the patient's clinics");
        Ended erased = place.command("erase", "--patient", " person-North-3 ");
        assertThat(erased.code()).isZero();
        assertThat(erased.out())
                .startsWith("Removed 1 session and 0 records in quarantine (delivery 1) from 2 states of the store.\n"
                        + "Nothing of the patient is left in the store: 1 file read again.")
                .doesNotContain("person-North-3");
        Ended again = place.command("report", "--force");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("The report of 2024-05 cannot be made again: a patient was erased");

        place.deliver("june.csv", HEADER + month("North", "06", 9) + month("South", "06", 9));
        Ended june = place.take("run");
        assertThat(june.code()).isZero();
        assertThat(june.out())
                .contains("18 records = 17 stored + 0 quarantined + 0 duplicates + 0 filtered + 1 erased.");
        assertThat(place.text("2024-06/index.html"))
                .contains("1 month of a clinic that earlier reports showed is left out of this one");
        assertThat(place.command("status").out())
                .contains("36 records = 34 stored + 0 quarantined + 0 duplicates + 0 filtered + 2 erased");
        assertThat(place.command("verify").code()).isZero();
    }

    @Test
    void whoIsNotInTheStoreIsNotErased() throws IOException {
        Ended stranger = place.command("erase", "--patient", "person-North-33");
        assertThat(stranger.code()).isEqualTo(2);
        assertThat(stranger.err())
                .contains("The store holds nothing of such a patient")
                .doesNotContain("person-North-33");
        Ended otherSource = place.command("erase", "--patient", "person-North-3", "--source", "elsewhere");
        assertThat(otherSource.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(place.store())) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("erased"));
        }
    }
}
