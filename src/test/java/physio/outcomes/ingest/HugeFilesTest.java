package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files made to exhaust memory or disk; each test is named with its row of INPUTS.md. */
class HugeFilesTest {
    private static final String FIRST = "s1,p1,C1,2024-05-01,dtm,7,4";
    private static final byte[] MEBIBYTE = "x".repeat(1 << 20).getBytes(UTF_8);

    private final Path folder;
    private final Deliveries deliveries;

    HugeFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.deliveries = Deliveries.in(folder);
    }

    /** What a thread allocates bounds what it holds; plain text of that size would take 200 MiB at once. */
    @Test
    void row30AFieldOf100MebibytesCostsItsRecordAndNoMemory() throws IOException {
        for (String quote : new String[] {"", "\""}) {
            Path path = folder.resolve("a.csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                out.write(file(FIRST).getBytes(UTF_8));
                out.write(("s2,p1,C1,2024-05-02,dtm," + quote).getBytes(UTF_8));
                for (int i = 0; i < 100; i++) {
                    out.write(MEBIBYTE);
                }
                out.write((quote + ",4\ns3,p1,C1,2024-05-03,dtm,7,4\n").getBytes(UTF_8));
            }
            long before = allocated();
            Reading reading = deliveries.read(path);
            assertThat(allocated() - before).isLessThan(64L << 20);
            assertThat(reading.reasons()).containsExactly("2 field_too_long");
            assertThat(reading.tally()).isEqualTo(new Tally(3, 2, 1, 0, 0));
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void row45RefusesAGzipFileThatGrowsAHundredfold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            bomb(zipped);
        }
        assertThat(deliveries.read("a.csv.gz", bytes.toByteArray()).refusal())
                .isEqualTo("a.csv.gz is more than 100 times as large unpacked as packed, or beyond any export;"
                        + " deliver it unpacked if it is sound.");
    }

    @Test
    void row45RefusesAFileInAZipArchiveThatGrowsAHundredfold() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            bomb(zip);
        }
        DeliveredFiles.Found found = DeliveredFiles.find(List.of(archive.toString()), "test");
        assertThat(found.files()).isEmpty();
        assertThat(found.refusals())
                .containsExactly("a.zip is more than 100 times as large unpacked as packed, or beyond any export;"
                        + " deliver it unpacked if it is sound.");
    }

    @Test
    void row45RefusesAnArchiveOfManyFilesThatAreHarmlessEach() throws IOException {
        Path archive = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 20; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
                zip.write(MEBIBYTE, 0, MEBIBYTE.length / 2);
            }
        }
        assertThat(DeliveredFiles.find(List.of(archive.toString()), "test").refusals())
                .singleElement()
                .satisfies(
                        sentence -> assertThat(sentence).startsWith("a.zip is more than 100 times as large unpacked"));
    }

    private static void bomb(OutputStream out) throws IOException {
        out.write(file().getBytes(UTF_8));
        for (int i = 0; i < 20; i++) {
            out.write(MEBIBYTE);
        }
    }
}
