package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.ingest.Tally;

/** A file that is read in parts by several tasks gives what it would give in one. */
@ExtendWith(SparkTest.class)
class LargeFileIT {
    private static final String HEADER =
            "session_id,patient_id,clinic_id,session_date,technique,pain_before,pain_after\n";
    /** Blanks about a value are nothing, and fill a file quickly. */
    private static final String BLANKS = " ".repeat(4_000);

    private final TestStore store;

    LargeFileIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
    }

    @Test
    void sessionsThatComeAgainInAnotherPartAreFound() {
        int many = 20_000;
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < many; i++) {
            csv.append(record(i, i == 500 ? "x" : "5"));
        }
        csv.append(record(0, "5")).append(record(1, "6")).append(record(2, "11"));
        IngestResult result = store.inbox("large.csv", csv.toString()).ingest();
        assertThat(csv).hasSizeGreaterThan(64 << 20);
        assertThat(result.refusals()).isEmpty();
        assertThat(result.tally()).isEqualTo(new Tally(many + 3, many - 2, 4, 1, 0));
        assertThat(store.quarantine())
                .containsExactlyInAnyOrder(
                        "1 4 2 session_id conflicting_session",
                        "1 1002 501 pain_before bad_number",
                        "1 " + (2 * many + 4) + " " + (many + 2) + " session_id conflicting_session",
                        "1 " + (2 * many + 6) + " " + (many + 3) + " pain_before out_of_range");
        assertThat(store.sessions()).hasSize(many - 2);
        assertThat(store.dataFiles("sessions")).hasSize(2);
    }

    /** Two lines a record, so that no part may begin where a line does. */
    private static String record(int number, String score) {
        return "\"s" + number + "\",p1,C1,2024-05-01,dtm," + score + ",\"\n" + BLANKS + "\"\n";
    }
}
