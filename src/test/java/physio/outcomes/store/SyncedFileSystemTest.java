package physio.outcomes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncedFileSystemTest {
    private static final URI LOCAL = URI.create("file:///");

    @Test
    void whoOpensAStoreHasItsFilesSyncedThoughHadoopsOwnFileSystemWasAskedForBefore(@TempDir Path folder)
            throws IOException {
        Configuration plain = new Configuration();
        FileSystem.get(LOCAL, plain).close();
        assertThat(FileSystem.get(LOCAL, plain)).isNotInstanceOf(SyncedFileSystem.class);
        Catalog catalog = new Catalog(folder);
        assertThat(FileSystem.get(LOCAL, plain)).isInstanceOf(SyncedFileSystem.class);
        catalog.createAll();

        FileSystem.get(LOCAL, plain).close();
        assertThat(FileSystem.get(LOCAL, plain)).isNotInstanceOf(SyncedFileSystem.class);
        new RowWriter(catalog.table(Tables.SESSIONS), 1).finish();
        assertThat(FileSystem.get(LOCAL, plain)).isInstanceOf(SyncedFileSystem.class);
    }
}
