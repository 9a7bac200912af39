package physio.outcomes.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table as a reader has it. */
record CsvTable(String name, List<String> header, List<Map<String, String>> rows) {

    static CsvTable read(String name, String text) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return new CsvTable(
                    name,
                    List.copyOf(parser.getHeaderNames()),
                    parser.stream().map(CSVRecord::toMap).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String column) {
        return header.contains(column);
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    static boolean isHidden(Map<String, String> row) {
        return cell(row, "suppressed").equals("true");
    }
}
