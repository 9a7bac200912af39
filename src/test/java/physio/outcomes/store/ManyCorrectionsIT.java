package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;

/** A chain of clinics corrects a year at once. */
@ExtendWith(SparkTest.class)
class ManyCorrectionsIT {
    private static final int MANY = 201;

    private final TestStore store;

    ManyCorrectionsIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
    }

    @Test
    void moreThanTwoHundredDeliveriesAreReplacedAtOnce() {
        assertThat(deliver(1, MANY + 1).tally().stored()).isEqualTo(MANY + 1);
        assertThat(deliver(2, MANY).deliveries())
                .allMatch(delivery -> delivery.replaces().isPresent());
        assertThat(store.sessions())
                .hasSize(MANY + 1)
                .filteredOn(session -> session.endsWith(" 2"))
                .hasSize(MANY);
    }

    private IngestResult deliver(int score, int files) {
        List<String> inbox = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            inbox.add("clinic-" + i + ".csv");
            inbox.add(TestStore.csv("s" + i + " 2024-05-01 " + score));
        }
        return store.inbox(inbox.toArray(String[]::new)).ingest();
    }
}
