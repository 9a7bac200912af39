package physio.outcomes.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import physio.outcomes.domain.ReleasedCell;

/** What a release told that none before it had told: a CSV file beside its record. */
final class ReleasedCellsFile {
    private static final String SHOWN = "shown";
    private static final String HIDDEN = "hidden";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("told", "patients", "rows", "digest", "cell")
            .setRecordSeparator('\n')
            .get();
    private static final int HEXADECIMAL = 16;

    private ReleasedCellsFile() {}

    /** Writes a file, and gives its SHA-256. */
    static String write(Path file, List<ReleasedCell> cells) throws IOException {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (ReleasedCell cell : cells) {
                printer.printRecord(
                        cell.isShown() ? SHOWN : HIDDEN,
                        cell.patients(),
                        cell.rows(),
                        Long.toHexString(cell.digest()),
                        cell.name());
            }
        }
        DurableFiles.write(file, text.toString());
        return DigestUtils.sha256Hex(text.toString());
    }

    /**
     * Reads a file.
     *
     * @param expected how many cells it has
     * @param sha256 of the file, where its record says so
     * @throws IllegalArgumentException when it is damaged
     */
    static List<ReleasedCell> read(Path file, int expected, Optional<String> sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!sha256.map(DigestUtils.sha256Hex(bytes)::equals).orElse(true)) {
            throw new IllegalArgumentException("Not what was written");
        }
        List<ReleasedCell> cells = new ArrayList<>();
        CSVFormat format = FORMAT.builder().setSkipHeaderRecord(true).get();
        // A decoder refuses bytes that are no text.
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder());
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord record : parser) {
                cells.add(cell(record));
            }
        }
        if (cells.size() != expected) {
            throw new IllegalArgumentException("Cells are missing");
        }
        return cells;
    }

    private static ReleasedCell cell(CSVRecord record) {
        boolean isShown = record.get(0).equals(SHOWN);
        if (record.size() != FORMAT.getHeader().length
                || (!isShown && !record.get(0).equals(HIDDEN))) {
            throw new IllegalArgumentException("Not what a release told");
        }
        return new ReleasedCell(
                record.get(4),
                isShown,
                Long.parseLong(record.get(1)),
                Long.parseLong(record.get(2)),
                Long.parseLong(record.get(3), HEXADECIMAL));
    }
}
