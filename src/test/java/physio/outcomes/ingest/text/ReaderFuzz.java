package physio.outcomes.ingest.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.io.TempDir;
import physio.outcomes.catalogue.Mapping.Csv;

/**
 * Whatever the bytes, the reader gives numbered records or refuses the file, and gives the same in parts and unzipped.
 *
 * <p>The first byte of an input says how the rest is read: a small letter as a plain file by one of {@link #FORMS}, any other as what is
 * given to be a gzipped one. The byte 0x06 and the one after it stand for 70,000 of the latter: more than a field may have.
 */
class ReaderFuzz {
    private static final List<Csv> FORMS = List.of(
            form(',', UTF_8, 0),
            form(';', Charset.forName("windows-1252"), 2),
            form('\t', UTF_16LE, 0),
            form(',', UTF_16, 1),
            form('|', Charset.forName("Shift_JIS"), 0),
            form(' ', Charset.forName("ISO-8859-15"), 0));
    private static final int REPEAT = 0x06;
    private static final int REPEATED = 70_000;
    private static final int MOST_BYTES = 20 * REPEATED;
    private static final int MOST_PARTS = 8;

    private final Path folder;

    ReaderFuzz(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What a file, or a part of it, came to. */
    private record Read(List<RawRecord> records, String refusal) {}

    @FuzzTest
    void givesNumberedRecordsOrRefuses(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] file = repeated(Arrays.copyOfRange(input, 1, input.length));
        if (input[0] < 'a' || input[0] > 'z') {
            readAll(write("a.csv.gz", file), FilePart.WHOLE, FORMS.get(0));
            return;
        }
        Csv csv = FORMS.get((input[0] - 'a') % FORMS.size());
        FileLocation plain = write("a.csv", file);
        Read whole = readAll(plain, FilePart.WHOLE, csv);
        assertThat(readAll(zipped(file), FilePart.WHOLE, csv)).isEqualTo(whole);
        // A part reads the header again, so a long file with many of them would take the time of many others.
        assertThat(readInParts(plain, csv, 1 + file.length / MOST_PARTS)).isEqualTo(whole);
    }

    private static Read readInParts(FileLocation location, Csv csv, long partBytes) throws IOException {
        RecordSurvey.Surveyed surveyed;
        try {
            surveyed = RecordSurvey.divide(location, csv, partBytes);
        } catch (RefusedFile refused) {
            return new Read(List.of(), refused.sentence());
        }
        List<RawRecord> records = new ArrayList<>();
        for (FilePart part : surveyed.parts()) {
            Read read = readAll(location, part, csv);
            records.addAll(read.records());
            if (!read.refusal().isEmpty()) {
                return new Read(List.of(), read.refusal());
            }
        }
        return new Read(records, "");
    }

    private static Read readAll(FileLocation location, FilePart part, Csv csv) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (RawRecords reader = RawRecords.open(location, part, csv)) {
            long line = part.line() - 1;
            for (Optional<RawRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                RawRecord record = next.get();
                records.add(record);
                assertThat(record.number()).isEqualTo(part.records() + records.size());
                assertThat(record.line()).isGreaterThan(line);
                line = record.line();
            }
            if (!part.isWhole()) {
                assertThat(reader.checksum()).isEqualTo(part.checksum());
            }
            return new Read(records, "");
        } catch (RefusedFile refused) {
            assertThat(refused.sentence()).endsWith(".").doesNotContain("\n");
            return new Read(List.of(), refused.sentence());
        }
    }

    private FileLocation write(String name, byte[] bytes) throws IOException {
        return FileLocation.of(Files.write(folder.resolve(name), bytes).toString());
    }

    private FileLocation zipped(byte[] bytes) throws IOException {
        Path file = folder.resolve("b.csv.gz");
        // Not compressed: what is repeated would shrink so far that the file would be taken for a bomb.
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.NO_COMPRESSION);
        try (OutputStream gzip = new GzipCompressorOutputStream(Files.newOutputStream(file), parameters)) {
            gzip.write(bytes);
        }
        return FileLocation.of(file.toString());
    }

    private static byte[] repeated(byte[] script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < script.length; i++) {
            if (script[i] == REPEAT && i + 1 < script.length && bytes.size() < MOST_BYTES) {
                byte[] many = new byte[REPEATED];
                Arrays.fill(many, script[++i]);
                bytes.writeBytes(many);
            } else {
                bytes.write(script[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static Csv form(char delimiter, Charset charset, int skipLines) {
        return new Csv(delimiter, charset, '.', skipLines, Set.of());
    }
}
