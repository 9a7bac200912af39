package physio.outcomes.ingest.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What tests read back of a simulated folder. */
final class SimulatedFiles {
    private SimulatedFiles() {}

    /** Bytes as text by file name. */
    static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of the CSV files, in order of month. */
    static List<CSVRecord> rows(Path folder) {
        return texts(folder).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".csv"))
                .flatMap(file -> records(file.getValue()).stream())
                .toList();
    }

    static List<CSVRecord> records(String text) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows without a {@link Fault}, cancelled ones included; of an exact duplicate the first. */
    static List<CSVRecord> cleanRows(Path folder) {
        Map<String, CSVRecord> clean = new TreeMap<>();
        rows(folder).stream()
                .filter(SimulatedFiles::isClean)
                .forEach(row -> clean.putIfAbsent(row.get("session_id"), row));
        return List.copyOf(clean.values());
    }

    private static boolean isClean(CSVRecord row) {
        return !row.get("pain_before").equals("14")
                && !row.get("technique").equals("moonlight_kneading")
                && !row.get("session_date").equals("2023-02-30")
                && !row.get("mobility_before").contains(",")
                && !row.get("clinic_id").isEmpty()
                && !row.get("session_date").startsWith("1900");
    }
}
