package physio.outcomes.ingest.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping.Csv;

/** A file's first record, which names its columns. */
final class HeaderRecord {
    /** No export has more columns. */
    private static final int MOST_COLUMNS = 1000;

    private HeaderRecord() {}

    static CSVFormat format(Csv csv) {
        return CSVFormat.DEFAULT.builder().setDelimiter(csv.delimiter()).get();
    }

    /** The names of the columns; empty when the file holds no record at all. */
    static List<String> read(RawRecords.Opened opened, Csv csv) throws IOException, RefusedFile {
        if (!opened.borders().next(Long.MAX_VALUE)) {
            return List.of();
        }
        refuse(opened.borders().damage());
        List<String> names = fields(text(opened), csv);
        if (names.size() > MOST_COLUMNS) {
            throw new RefusedFile("has " + names.size() + " columns, more than the " + MOST_COLUMNS
                    + " that are read; leave out those that are not needed.");
        }
        opened.borders().leave();
        return names;
    }

    private static void refuse(@Nullable Damage damage) throws RefusedFile {
        if (damage == Damage.NUL_BYTE) {
            throw new RefusedFile("has zero bytes in its header, as UTF-16 without a byte-order mark has;"
                    + " declare its character set in the mapping (csv: {charset: UTF-16LE}).");
        }
        if (damage == Damage.STRAY_QUOTE) {
            throw new RefusedFile("has a stray or unclosed quote in its header; mend that line.");
        }
        if (damage != null) {
            throw new RefusedFile("has a header that is too long for names of columns; give lines that stand before it"
                    + " to the mapping (csv: {skip_lines: …}).");
        }
    }

    private static String text(RawRecords.Opened opened) throws RefusedFile {
        ByteWindow window = opened.window();
        ByteBuffer header =
                ByteBuffer.wrap(window.bytes(), window.from(), opened.borders().length());
        try {
            return opened.bytes().charset().newDecoder().decode(header).toString();
        } catch (CharacterCodingException foreign) {
            throw EncodingCounts.refusal("in its header");
        }
    }

    private static List<String> fields(String text, Csv csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, format(csv))) {
            return Arrays.asList(parser.iterator().next().values());
        }
    }
}
