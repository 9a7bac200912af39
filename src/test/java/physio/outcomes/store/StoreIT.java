package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static physio.outcomes.store.TestStore.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.SparkTest;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

/** The store's own promises: one writer, one pointer, its key, and damage that is never a number. */
@ExtendWith(SparkTest.class)
class StoreIT {
    private static final String MAY = csv("s1 2024-05-01 7", "s2 2024-05-08 6");

    private final TestStore store;

    StoreIT(SparkSession spark, @TempDir Path folder) {
        this.store = new TestStore(spark, folder);
    }

    @Test
    void row53ASecondWriterIsToldWhoHoldsTheStore() {
        try (Store first = store.open()) {
            assertThat(first.state().deliveries()).isEmpty();
            assertThatThrownBy(store::open)
                    .isInstanceOfSatisfying(
                            UserException.class,
                            busy -> assertThat(busy.exitCode()).isEqualTo(ExitCode.STORE_BUSY))
                    .hasMessage("Another run holds the store " + store.folder() + " (process "
                            + ProcessHandle.current().pid()
                            + ", since 2024-07-01T08:00:00Z): wait for it to end, or give --wait.");
        }
        store.open().close();
    }

    @Test
    void readersNeedNoLock() {
        store.inbox("may.csv", MAY).ingest();
        try (Store writer = store.open()) {
            assertThat(store.sessions()).hasSize(2);
            assertThat(writer.state()).isEqualTo(store.state());
        }
    }

    @Test
    void aStoreThatIsNotThereCannotBeRead() {
        assertThatThrownBy(store::openForReading)
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "There is no store in " + store.folder() + ": take in files first, with 'ingest' or 'run'.");
    }

    @Test
    void row49ARunThatDiedBeforeItsLedgerEntryIsInvisibleAndRolledBack() {
        store.inbox("may.csv", MAY).ingest();
        StoreState before = store.state();
        Table sessions = new Catalog(store.folder()).table(Tables.SESSIONS);
        sessions.newDelete()
                .deleteFromRowFilter(Expressions.equal("delivery", 1))
                .commit();
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6");
        store.open().close();
        sessions.refresh();
        assertThat(sessions.currentSnapshot().snapshotId())
                .isEqualTo(before.snapshots().get(Tables.SESSIONS));
        store.inbox("june.csv", csv("s3 2024-06-01 3")).ingest();
        assertThat(store.sessions()).containsExactly("2024-05-01 7", "2024-05-08 6", "2024-06-01 3");
    }

    @Test
    void row49AStoreWhoseMakingDiedIsMadeAnewWithTheSameKey() throws IOException {
        Files.createDirectories(store.folder());
        StoreKey.create(store.folder());
        String key = Files.readString(store.folder().resolve("key"));
        new Catalog(store.folder()).createAll();
        assertThatThrownBy(store::openForReading).isInstanceOf(UserException.class);
        store.inbox("may.csv", MAY).ingest();
        assertThat(store.sessions()).hasSize(2);
        assertThat(Files.readString(store.folder().resolve("key"))).isEqualTo(key);
    }

    @Test
    void row49AKeyWhoseWritingDiedIsMadeAnew() throws IOException {
        Files.createDirectories(store.folder());
        Files.createFile(store.folder().resolve("key.new"));
        store.inbox("may.csv", MAY).ingest();
        assertThat(Files.readString(store.folder().resolve("key"))).matches("[0-9a-f]{64}\n");
        assertThat(store.folder().resolve("key.new")).doesNotExist();
    }

    @Test
    void onlyItsOwnerCanReadTheKey() throws IOException {
        store.open().close();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(store.folder().resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        store.inbox("may.csv", MAY).ingest();
        Files.writeString(store.folder().resolve("key"), "00".repeat(32));
        assertThatThrownBy(() -> store.inbox("june.csv", csv("s3 2024-06-01 3")).ingest())
                .isInstanceOfSatisfying(
                        UserException.class,
                        wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.STORE_FAILED))
                .hasMessage("The store's key is not the one that it was made with: put that one back from a backup;"
                        + " with another, no patient would be recognised.");
    }

    @Test
    void aKeyThatIsTornOrGoneIsNamed() throws IOException {
        store.inbox("may.csv", MAY).ingest();
        Path key = store.folder().resolve("key");
        for (String torn : new String[] {"", "00", "zz".repeat(32)}) {
            Files.writeString(key, torn);
            assertThatThrownBy(store::ingest)
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("Cannot read the store's key " + key + ": put back the key");
        }
    }

    @Test
    void row63ANewerFormatIsRefusedAndTheLockGivenBack() {
        store.inbox("may.csv", MAY).ingest();
        Table ledger = new Catalog(store.folder()).table(Tables.LEDGER);
        ledger.newAppend().set("outcomes.format", "3").commit();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(store::open)
                    .isInstanceOfSatisfying(
                            UserException.class,
                            newer -> assertThat(newer.exitCode()).isEqualTo(ExitCode.STORE_FAILED))
                    .hasMessage("The store has format 3 and this program knows up to 2: use the newer version that"
                            + " wrote it.");
        }
        assertThatThrownBy(store::state).hasMessageStartingWith("The store has format 3");
    }

    @Test
    void row56ADamagedDataFileIsAnErrorAndNeverANumber() throws IOException {
        store.inbox("may.csv", MAY).ingest();
        Path file = store.dataFiles("sessions").get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(store::sessions).hasRootCauseInstanceOf(ChecksumException.class);
    }

    @Test
    void everyFileOfTheStoreHasItsChecksum() {
        store.inbox("may.csv", MAY).ingest();
        assertThat(store.dataFiles("sessions"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                file.resolveSibling(String.format(Locale.ROOT, ".%s.crc", file.getFileName())))
                        .exists());
    }
}
