package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FSError;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataOperationsTest {
    private final Path newest;
    private final Catalog catalog;

    MetadataOperationsTest(@TempDir Path folder) {
        this.newest = folder.resolve("outcomes/sessions/metadata/v3.metadata.json");
        this.catalog = new Catalog(folder);
    }

    @BeforeEach
    void createTables() {
        catalog.createAll();
    }

    private Table openedBeforeTheThirdVersion() {
        Table opened = catalog.table(Tables.SESSIONS);
        assertThat(opened.snapshots()).hasSize(1);
        catalog.table(Tables.SESSIONS).newAppend().commit();
        return opened;
    }

    @Test
    void aTableWhoseMetadataAreDamagedIsUsedNoMore() throws IOException {
        Table opened = openedBeforeTheThirdVersion();
        byte[] whole = Files.readAllBytes(newest);
        Files.write(newest, new byte[0]);
        assertThatThrownBy(opened::refresh).isInstanceOf(RuntimeIOException.class);
        Files.write(newest, whole);
        assertIsUsedNoMore(opened);
    }

    @Test
    void aTableWhoseMetadataTheDiskDoesNotGiveIsUsedNoMore() throws IOException {
        Path failing = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(failing), "no file here that opens and cannot be read");
        Table opened = openedBeforeTheThirdVersion();
        Path aside = newest.resolveSibling("aside");
        Files.move(newest, aside);
        Files.createSymbolicLink(newest, failing);
        assertThatThrownBy(opened::refresh).isInstanceOf(FSError.class);
        Files.delete(newest);
        Files.move(aside, newest);
        assertIsUsedNoMore(opened);
    }

    /** By Iceberg's own account it is at the third version now, and would write the fourth after what the second says. */
    private void assertIsUsedNoMore(Table opened) {
        assertThatThrownBy(() -> opened.newAppend().commit()).hasMessageContaining("could not be read before");
        assertThatThrownBy(opened::currentSnapshot).hasMessageContaining("could not be read before");
        assertThat(catalog.table(Tables.SESSIONS).snapshots()).hasSize(2);
    }
}
