package physio.outcomes.ingest.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.catalogue.Mapping.Csv;

/** The records of a file, or of a part of it: sound ones taken apart by Commons CSV, damaged ones named. */
public final class RawRecords implements Closeable {
    private final FileBytes bytes;
    private final ByteWindow window;
    private final List<String> header;
    private final RecordText text;
    private final Iterator<CSVRecord> parsed;
    private long number;

    private RawRecords(Opened opened, List<String> header, Csv csv, FilePart part) throws IOException {
        this.bytes = opened.bytes();
        this.window = opened.window();
        this.header = header;
        this.number = part.records();
        opened.borders().expect(header.size());
        this.text = new RecordText(opened.borders(), window, bytes.charset(), part.end());
        this.parsed = HeaderRecord.format(csv).parse(text).iterator();
    }

    /** A file's bytes with the borders in them. */
    record Opened(FileBytes bytes, ByteWindow window, RecordBorders borders) {

        /** At the first byte after the lines that the mapping skips. */
        static Opened atHeader(FileLocation location, Csv csv) throws IOException {
            FileBytes bytes = FileBytes.open(location, csv.charset());
            try {
                ByteWindow window = new ByteWindow(bytes.stream(), bytes.markLength());
                RecordBorders borders = new RecordBorders(window, csv.delimiter(), 1);
                borders.skipLines(csv.skipLines());
                return new Opened(bytes, window, borders);
            } catch (IOException broken) {
                bytes.close();
                throw broken;
            }
        }

        private static Opened at(FileLocation location, FilePart part, Charset charset, Csv csv) throws IOException {
            FileBytes bytes = FileBytes.openAt(location, charset, part.begin());
            ByteWindow window = new ByteWindow(bytes.stream(), part.begin());
            return new Opened(bytes, window, new RecordBorders(window, csv.delimiter(), part.line()));
        }
    }

    /**
     * Opens a file, or the part of one that a survey found.
     *
     * @throws RefusedFile when it cannot be read, is damaged as a whole or has no sound header
     */
    public static RawRecords open(FileLocation location, FilePart part, Csv csv) throws RefusedFile {
        try {
            Opened whole = Opened.atHeader(location, csv);
            try {
                List<String> header = HeaderRecord.read(whole, csv);
                if (part.isWhole()) {
                    return new RawRecords(whole, header, csv, part);
                }
                Charset charset = whole.bytes().charset();
                whole.bytes().close();
                return new RawRecords(Opened.at(location, part, charset, csv), header, csv, part);
            } catch (IOException | RefusedFile broken) {
                whole.bytes().close();
                throw broken;
            }
        } catch (IOException broken) {
            throw Unreadable.refusal(broken, "");
        }
    }

    /** The names of the columns; empty for an empty file. */
    public List<String> header() {
        return header;
    }

    /** The next record, or empty at the end. */
    public Optional<RawRecord> next() throws RefusedFile {
        try {
            if (!parsed.hasNext()) {
                return Optional.empty();
            }
            CSVRecord record = parsed.next();
            Places.Place place = text.take();
            number++;
            return Optional.of(
                    place.damage() == null
                            ? new RawRecord.Sound(place.line(), number, Arrays.asList(record.values()))
                            : new RawRecord.Damaged(place.line(), number, place.damage()));
        } catch (UncheckedIOException broken) {
            throw Unreadable.refusal(broken.getCause(), " after " + number + " records");
        }
    }

    /** What was seen of the text's encoding so far. */
    public EncodingCounts encoding() {
        return text.encoding();
    }

    /** SHA-256 of a file read whole, as it was delivered; its last call. */
    public String digest() throws RefusedFile {
        try {
            return bytes.digest();
        } catch (IOException broken) {
            throw Unreadable.refusal(broken, " after " + number + " records");
        }
    }

    /** CRC-32C of the part, when it was read to its end. */
    public long checksum() {
        return window.takeChecksum();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
