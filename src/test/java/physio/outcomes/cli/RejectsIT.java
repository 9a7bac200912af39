package physio.outcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** What {@code rejects} says about records in quarantine, and what it writes. */
@ExtendWith(SparkTest.class)
class RejectsIT {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    private static final String GOOD = "session-1,person-1,North,2024-05-01,effleurage,7,3\n";
    private static final String BAD = "session-2,person-1,North,2024-05-08,=moonlight,14,-2\n";

    private final Path folder;
    private final Place place;

    RejectsIT(SparkSession spark, @TempDir Path folder) {
        assertThat(spark.sparkContext().isStopped()).isFalse();
        this.folder = folder;
        this.place = Place.in(folder);
    }

    @Test
    void aCorrectedFileClearsTheQuarantineOfTheOneItReplaces() {
        place.deliver("may.csv", HEADER + GOOD + BAD);
        assertThat(place.take("ingest").code()).isZero();
        Ended rejects = place.command("rejects");
        assertThat(rejects.code()).isZero();
        assertThat(rejects.out()).isEqualTo("""
                delivery 1, may.csv: 1 of 2 records in quarantine
                           1  pain_after: out_of_range: the number lies outside its range
                           1  pain_before: out_of_range: the number lies outside its range
                           1  technique: unknown_technique: the technique is neither a code nor a synonym in the catalogue
                """);
        place.deliver("may.csv", HEADER + GOOD);
        assertThat(place.take("ingest").code()).isZero();
        assertThat(place.command("rejects").out()).isEqualTo("Nothing is in quarantine.\n");
        Ended gone = place.command("rejects", "--delivery", "1");
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).endsWith("Error: There is no delivery 1 in force: 'status' lists those there are.\n");
    }

    @Test
    void givesEveryFindingAsCsvWithoutValues() {
        place.deliver("=april.csv", HEADER + GOOD.replace("-05-", "-04-").replace("-1,", "-0,"));
        place.deliver("may.csv", HEADER + GOOD + BAD + "short\n");
        assertThat(place.take("ingest").code()).isZero();
        Ended csv = place.command("rejects", "--csv");
        assertThat(csv.code()).isZero();
        assertThat(csv.out().replace("\r", "")).isEqualTo("""
                file,delivery,line,record,column,code,expected
                may.csv,2,3,2,pain_after,out_of_range,the number lies outside its range
                may.csv,2,3,2,pain_before,out_of_range,the number lies outside its range
                may.csv,2,3,2,technique,unknown_technique,the technique is neither a code nor a synonym in the catalogue
                may.csv,2,4,3,,field_count,the record has more or fewer fields than the header
                """);
        assertThat(place.command("rejects", "--csv", "--delivery", "1").out().lines())
                .hasSize(1);
    }

    @Test
    void writesTheOriginalRecordsIntoAFileThatOnlyItsOwnerReadsAndNothingOverwrites() throws IOException {
        Path original = place.deliver("may.csv", HEADER + GOOD + BAD);
        assertThat(place.take("ingest").code()).isZero();
        Path out = folder.resolve("rejects.csv");
        Ended written = place.command("rejects", "--with-values", original.toString(), "--out", out.toString());
        assertThat(written.code()).isZero();
        assertThat(written.out()).startsWith("Wrote " + out).doesNotContain("session-2", "person-1", "moonlight");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(out)).isEqualTo("""
                line,record,findings,session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after
                3,2,pain_after: out_of_range; pain_before: out_of_range; technique: unknown_technique,session-2,person-1,North,2024-05-08,'=moonlight,14,-2
                """);
        Ended again = place.command("rejects", "--with-values", original.toString(), "--out", out.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).endsWith("Error: " + out + " is there already: remove it, or give another --out.\n");
        assertThat(Files.readString(out)).contains("'=moonlight");
    }

    @Test
    void anOriginalWithOtherBytesIsNotTaken() {
        Path original = place.deliver("may.csv", HEADER + GOOD + BAD);
        assertThat(place.take("ingest").code()).isZero();
        place.deliver("may.csv", HEADER + BAD);
        Path out = folder.resolve("rejects.csv");
        Ended unknown = place.command("rejects", "--with-values", original.toString(), "--out", out.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .endsWith("Error: The store knows no delivery with the bytes of " + original
                        + ": give the file as it was delivered.\n");
        Ended other = place.command(
                "rejects", "--delivery", "1", "--with-values", original.toString(), "--out", out.toString());
        assertThat(other.err()).contains("are not those of delivery 1");
        assertThat(out).doesNotExist();
    }

    @Test
    void anotherMappingThanThatOfTheDeliveryIsFoundOutAndNothingIsLeft() throws IOException {
        Path original = place.deliver("may.csv", HEADER + GOOD + BAD);
        assertThat(place.take("ingest").code()).isZero();
        Path mapping = Files.writeString(folder.resolve("m.yaml"), """
                csv: {skip_lines: 1}
                columns:
                  session_id: {row: true}
                  patient_id: {row: true}
                  clinic_id: {constant: C1}
                  session_date: {constant: 2024-05-01}
                  technique: {constant: effleurage}
                """);
        Path out = folder.resolve("rejects.csv");
        Ended ended = place.command(
                "rejects",
                "--with-values",
                original.toString(),
                "--out",
                out.toString(),
                "--mapping",
                mapping.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("may.csv reads otherwise than when it was taken in: give the --mapping");
        assertThat(out).doesNotExist();
    }
}
