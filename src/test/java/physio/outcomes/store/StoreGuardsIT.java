package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.catalogue.SettingsReader;
import physio.outcomes.domain.UserException;

/** What a store refuses, since it would turn what is in it into something else. */
@ExtendWith(SparkTest.class)
class StoreGuardsIT {
    private final TestStore store;

    StoreGuardsIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
        store.inbox("may.csv", TestStore.csv("s1 2024-05-07 7", "s2 2024-05-08 5"))
                .ingest();
    }

    @Test
    void aReaderWithAnotherStepIsRefusedLikeAWriter() {
        try (Store open = store.openForReading()) {
            open.check(TestStore.settings("1"));
            assertThatThrownBy(() -> open.check(TestStore.settings("0.5")))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("Cannot change the step of measure 'pain' from 1 to 0.5");
        }
    }

    @Test
    void tablesAreForTheirOwnerAloneWhateverTheMaskOfTheProcess() throws IOException {
        try (Stream<Path> paths = Files.walk(store.folder().resolve("outcomes"))) {
            assertThat(paths.skip(1))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void aLostLedgerIsNoNewStore() throws IOException {
        Files.move(store.folder().resolve("outcomes/ledger"), store.folder().resolve("outcomes/kept"));
        assertThatThrownBy(store::open)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is missing or damaged, though its sessions are there");
        Files.move(store.folder().resolve("outcomes/kept"), store.folder().resolve("outcomes/ledger"));
        assertThat(store.sessions()).containsExactly("2024-05-07 7", "2024-05-08 5");
    }

    @Test
    void patientsCannotBeToldApartOtherwiseThanBefore() {
        String all = TestStore.settings("1").source().replaceFirst("[{]", "{\"patients\": {\"scope\": \"all\"}, ");
        store.inbox("june.csv", TestStore.csv("s3 2024-06-07 7"));
        assertThatThrownBy(() -> store.ingestWith(SettingsReader.parse(all)))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot change patients.scope from source to all:"
                        + " the store's patients are told apart by it. Use another store.");
    }

    @Test
    void aFileReadByAWrongMappingIsReadAgainWhenForced() {
        assertThat(store.ingest().deliveries()).isEmpty();
        assertThat(store.ingestForced().deliveries())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.replaces()).hasValue(1));
        assertThat(store.sessions()).containsExactly("2024-05-07 7", "2024-05-08 5");
    }
}
