package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;

/** Where the tables of a store lie: settled once, and found again without being told. */
class WarehouseTest {
    private final Path store;
    private final Path tables;

    WarehouseTest(@TempDir Path folder) {
        this.store = folder.resolve("store");
        this.tables = folder.resolve("a disk/tables 100%");
    }

    private static void open(Path store, Optional<String> warehouse) {
        Store.forWriting(store, warehouse, false, TestStore.CLOCK).close();
    }

    private static UserException refusal(Path store, Optional<String> warehouse) {
        Throwable refused = catchThrowable(() -> open(store, warehouse));
        assertThat(refused).isInstanceOf(UserException.class);
        return (UserException) refused;
    }

    @Test
    void aNewStoreHasItsTablesWhereItIsToldAndItsKeyInItsFolder() throws IOException {
        open(store, Optional.of("file:" + tables));
        assertThat(tables.resolve("outcomes/ledger/metadata")).isNotEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tables)))
                .isEqualTo("rwx------");
        assertThat(store.resolve("key")).exists();
        assertThat(store.resolve("outcomes")).doesNotExist();
        assertThat(Store.forReading(store).state().deliveries()).isEmpty();
        open(store, Optional.empty());
        open(store, Optional.of("file://" + tables));
        assertThat(store.resolve("outcomes")).doesNotExist();
    }

    @Test
    void aStoreStaysWhereItsTablesAre() {
        open(store, Optional.of("file:" + tables));
        UserException moved = refusal(store, Optional.of("file:" + tables + "2"));
        assertThat(moved.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(moved)
                .hasMessage("The tables of the store " + store + " lie in " + tables + ", and store.warehouse says "
                        + tables + "2: leave it out, or use another store.");
        open(store, Optional.of("file:" + tables));

        Path plain = store.resolveSibling("plain");
        open(plain, Optional.empty());
        open(plain, Optional.of("file:" + plain));
        assertThat(refusal(plain, Optional.of("file:" + tables + "3")))
                .hasMessageStartingWith("The tables of the store " + plain + " lie in " + plain + ", and");
    }

    @Test
    void twoStoresDoNotShareTables() {
        open(store, Optional.of("file:" + tables));
        UserException shared = refusal(store.resolveSibling("other"), Optional.of("file:" + tables));
        assertThat(shared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shared)
                .hasMessage("There are tables of another store in " + tables
                        + ": name a folder of its own by store.warehouse.");
        open(store.resolveSibling("other"), Optional.empty());
    }

    @Test
    void aPlaceThatCannotBeMadeIsASentenceAndLeavesNoTrace() throws IOException {
        Path file = Files.createFile(store.resolveSibling("a file"));
        UserException refused = refusal(store, Optional.of("file:" + file.resolve("tables")));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.STORE_FAILED);
        assertThat(refused)
                .hasMessage("Cannot make " + file.resolve("tables")
                        + ", where store.warehouse puts the tables: check permissions there.");
        open(store, Optional.of("file:" + tables));
    }

    @Test
    void aRunThatDiedWhileItNamedThePlaceIsInNobodysWay() throws IOException {
        Files.writeString(Files.createDirectories(store).resolve("warehouse.tmp"), "fil");
        open(store, Optional.of("file:" + tables));
        assertThat(store.resolve("warehouse")).hasContent("file:" + tables);
        assertThat(store.resolve("warehouse.tmp")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeReadIsASentence() throws IOException {
        open(store, Optional.of("file:" + tables));
        Files.writeString(store.resolve("warehouse"), "hdfs:no place\n");
        assertThat(catchThrowable(() -> Store.forReading(store)))
                .isInstanceOf(UserException.class)
                .hasMessage("Cannot reach hdfs:no place, where the tables of the store " + store
                        + " lie: check that its file system is up and that you may read it.");
    }
}
