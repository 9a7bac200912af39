package physio.outcomes.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import physio.outcomes.catalogue.Mapping.Csv;

/** The records of one CSV file, plain or gzipped, decoded strictly: a byte that is no character stops the reading. */
final class RawRecords implements Closeable {
    private final Reader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int skippedLines;

    private RawRecords(Reader text, CSVParser parser, int skippedLines) {
        this.text = text;
        this.parser = parser;
        this.records = parser.iterator();
        this.skippedLines = skippedLines;
    }

    static RawRecords open(Path path, Csv csv) throws IOException, RefusedFile {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            InputStream plain = path.toString().endsWith(".gz") ? unzipped(bytes) : bytes;
            BOMInputStream unmarked =
                    BOMInputStream.builder().setInputStream(plain).get();
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(
                            unmarked,
                            csv.charset()
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    1 << 16);
            for (int i = 0; i < csv.skipLines(); i++) {
                text.readLine();
            }
            return new RawRecords(text, format(csv).parse(text), csv.skipLines());
        } catch (IOException broken) {
            bytes.close();
            throw refusal(broken, "");
        }
    }

    /** Not the JDK's stream: that one takes whatever follows the first member, if it is damaged, for the end of the file. */
    private static InputStream unzipped(InputStream bytes) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(bytes)
                .setDecompressConcatenated(true)
                .get();
    }

    private static CSVFormat format(Csv csv) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(csv.delimiter())
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** The next record's fields, or an empty list at the end: a record has one field at least. */
    List<String> next() throws RefusedFile {
        try {
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (UncheckedIOException broken) {
            throw refusal(Objects.requireNonNull(broken.getCause()), " near line " + line());
        } catch (IllegalStateException broken) {
            throw new RefusedFile("has a stray or unclosed quote near line " + line() + "; mend that line.");
        }
    }

    /** The physical line on which the last record ended, from 1. */
    long line() {
        return skippedLines + parser.getCurrentLineNumber();
    }

    private static RefusedFile refusal(IOException broken, String place) {
        if (broken instanceof CharacterCodingException) {
            return new RefusedFile("holds bytes that are no text in the declared character set" + place
                    + "; declare the right one in the mapping (csv: {charset: …}).");
        }
        if (broken instanceof CSVException) {
            return new RefusedFile("has a stray or unclosed quote" + place + "; mend that line.");
        }
        return new RefusedFile("breaks off or is damaged" + place + "; ask for it again.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
