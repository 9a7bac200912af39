package physio.outcomes.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static physio.outcomes.ingest.Deliveries.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files by their bytes; each test is named with its row of INPUTS.md. */
class EncodingRowsTest {
    private static final String CSV = file("s1,p1,C1,2024-05-01,dtm,7,4", "s2,p1,C1,2024-05-08,dtm,6,5");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String GERMAN = """
            columns:
              session_id: {from: session_id}
              patient_id: {from: patient_id}
              clinic_id: {from: clinic_id}
              session_date: {from: session_date}
              technique: {from: technique, values: {Händig: dtm}}
            ignore: ["*"]
            """;

    private final Deliveries deliveries;

    EncodingRowsTest(@TempDir Path folder) {
        this.deliveries = Deliveries.in(folder);
    }

    @Test
    void row23EveryKindOfLineEndGivesTheSameSessionsAndLines() {
        String bad = CSV + "s3,p1,C1,2024-05-09,dtm,11,4\n";
        Reading unix = deliveries.read(bad);
        String mixed = bad.replaceFirst("\n", "\r\n").replaceFirst("4\n", "4\r");
        for (String other : List.of(bad.replace("\n", "\r\n"), bad.replace("\n", "\r"), mixed)) {
            Reading reading = deliveries.read(other);
            assertThat(reading.sessions()).isEqualTo(unix.sessions());
            assertThat(reading.findings()).isEqualTo(unix.findings());
        }
        assertThat(unix.findings().get(0).line()).isEqualTo(4);
    }

    @Test
    void row24NoNewlineAtTheEndChangesNothing() {
        assertThat(deliveries.read(CSV.strip()).sessions())
                .hasSize(2)
                .isEqualTo(deliveries.read(CSV).sessions());
    }

    @Test
    void row25StripsTheByteOrderMark() {
        assertThat(deliveries.read("\uFEFF" + CSV).sessions())
                .isEqualTo(deliveries.read(CSV).sessions());
    }

    @Test
    void row26RefusesUtf16WithoutAMark() {
        assertThat(deliveries.read("a.csv", CSV.getBytes(UTF_16LE)).refusal())
                .isEqualTo(
                        "a.csv has zero bytes in its header, as UTF-16 without a byte-order mark has; declare its character set in"
                                + " the mapping (csv: {charset: UTF-16LE}).");
    }

    @Test
    void row26DecodesUtf16WithAMark() {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            Reading reading = deliveries.mapped(GERMAN).read("a.csv", ("\uFEFF" + german()).getBytes(charset));
            assertThat(reading.session())
                    .isEqualTo(deliveries.mapped(GERMAN).read(german()).session());
        }
    }

    @Test
    void row26DecodesUtf16ThatTheMappingDeclares() {
        Reading reading =
                deliveries.mapped("csv: {charset: UTF-16LE}\n" + GERMAN).read("a.csv", german().getBytes(UTF_16LE));
        assertThat(reading.session().technique()).isEqualTo("dtm");
    }

    @Test
    void row26HalfACharacterOfUtf16CostsItsRecordAlone() {
        String torn = "\uFEFF" + file("s1,p1,C1,2024-05-01,dtm,7,4", "s\uD800,p1,C1,2024-05-02,dtm,7,4");
        byte[] bytes = new byte[2 * torn.length()];
        for (int i = 0; i < torn.length(); i++) {
            bytes[2 * i] = (byte) torn.charAt(i);
            bytes[2 * i + 1] = (byte) (torn.charAt(i) >> 8);
        }
        Reading reading = deliveries.read("a.csv", bytes);
        assertThat(reading.reasons()).containsExactly("2 invalid_text");
        assertThat(reading.tally()).isEqualTo(new Tally(2, 1, 1, 0, 0));
    }

    @Test
    void row27RefusesWindowsBytesThatAreNotDeclared() {
        Reading reading = deliveries.mapped(GERMAN).read("a.csv", german().getBytes(WINDOWS));
        assertThat(reading.refusal())
                .isEqualTo(
                        "a.csv holds bytes in 1 records that are no text in the declared character set; declare the right"
                                + " one in the mapping (csv: {charset: windows-1252}).");
    }

    @Test
    void row27ADashAmongTheLettersOfWindowsDoesNotHideThem() {
        String[] records = new String[300];
        for (int i = 0; i < records.length; i++) {
            String technique = i % 20 == 0 ? (i == 280 ? "–" : "Händig") : "dtm";
            records[i] = "s" + i + ",p1,C1,2024-05-01," + technique + ",7,4";
        }
        assertThat(deliveries
                        .mapped(GERMAN)
                        .read("a.csv", file(records).getBytes(WINDOWS))
                        .refusal())
                .startsWith("a.csv holds bytes in 14 records that are no text");
    }

    @Test
    void row27ReadsWindowsBytesThatAreDeclared() {
        Reading declared =
                deliveries.mapped("csv: {charset: windows-1252}\n" + GERMAN).read("a.csv", german().getBytes(WINDOWS));
        Reading utf8 = deliveries.mapped(GERMAN).read(german());
        assertThat(declared.session()).isEqualTo(utf8.session());
        assertThat(declared.session().technique()).isEqualTo("dtm");
    }

    @Test
    void readsAGzipFile() throws IOException {
        assertThat(deliveries.read("a.csv.gz", gzip(CSV)).sessions())
                .isEqualTo(deliveries.read(CSV).sessions());
    }

    @Test
    void row42RefusesATruncatedGzipFile() throws IOException {
        byte[] whole = gzip(CSV);
        for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9, whole.length - 1}) {
            assertThat(deliveries.read("a.csv.gz", Arrays.copyOf(whole, length)).refusal())
                    .as("the first %d bytes", length)
                    .startsWith("a.csv.gz ")
                    .endsWith("; ask for it again.");
        }
    }

    @Test
    void row43RefusesABadChecksum() throws IOException {
        byte[] damaged = gzip(CSV);
        damaged[damaged.length - 8] ^= 1;
        assertThat(deliveries.read("a.csv.gz", damaged).refusal())
                .startsWith("a.csv.gz breaks off or is damaged")
                .endsWith("; ask for it again.");
    }

    @Test
    void row43RefusesJunkAfterTheEnd() throws IOException {
        assertThat(deliveries
                        .read("a.csv.gz", joined(gzip(CSV), "junk".getBytes(UTF_8)))
                        .refusal())
                .startsWith("a.csv.gz breaks off or is damaged")
                .endsWith("; ask for it again.");
    }

    @Test
    void row44ReadsAllMembersOfConcatenatedGzip() throws IOException {
        byte[] both = joined(gzip(CSV), gzip("s3,p1,C1,2024-05-09,dtm,5,4\n"));
        assertThat(deliveries.read("a.csv.gz", both).tally()).isEqualTo(new Tally(3, 3, 0, 0, 0));
    }

    private static String german() {
        return file("s1,p1,C1,2024-05-01,Händig,7,4");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
