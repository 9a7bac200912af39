package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in an archive are read like those that do not. */
class ZipArchivesTest {
    private static final String CSV = file("s1,p1,C1,2024-05-01,dtm,7,4", "s2,p1,C1,2024-05-08,dtm,11,5");

    private final Path folder;
    private final Deliveries deliveries;

    ZipArchivesTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void aFileInAnArchiveIsReadAsIfItLayOutside() throws IOException {
        Reading outside = deliveries.read(CSV);
        Reading inside = deliveries.read(Files.write(folder.resolve("a.zip"), zip(ZipEntry.DEFLATED)));
        assertThat(inside.sessions()).isEqualTo(outside.sessions());
        assertThat(inside.findings()).isEqualTo(outside.findings());
    }

    @Test
    void aDamagedFileInAnArchiveIsRefused() throws IOException {
        byte[] stored = zip(ZipEntry.STORED);
        int at = new String(stored, ISO_8859_1).indexOf("s1,p1");
        stored[at] = 'x';
        Path archive = Files.write(folder.resolve("a.zip"), stored);
        assertThat(DeliveredFiles.find(List.of(archive.toString()), "test").refusals())
                .containsExactly("a.zip breaks off or is damaged; ask for it again.");
    }

    @Test
    void anArchiveThatBreaksOffIsRefused() throws IOException {
        byte[] whole = zip(ZipEntry.DEFLATED);
        Path archive = Files.write(folder.resolve("a.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(DeliveredFiles.find(List.of(archive.toString()), "test").refusals())
                .containsExactly("a.zip is no sound zip archive; ask for it again.");
    }

    private static byte[] zip(int method) throws IOException {
        byte[] text = CSV.getBytes(UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(text);
        ZipEntry entry = new ZipEntry("may.csv");
        entry.setMethod(method);
        entry.setSize(text.length);
        entry.setCrc(checksum.getValue());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(text);
        }
        return bytes.toByteArray();
    }
}
