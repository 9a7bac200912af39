package physio.outcomes.ingest.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The CSV files of a folder, {@code sessions-2023-01.csv} and so on, each opened when its first row comes. */
final class MonthFiles implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(Column.ALL.stream().map(Column::code).toArray(String[]::new))
            .get();

    private final Path folder;
    private final Map<YearMonth, CSVPrinter> files = new TreeMap<>();

    MonthFiles(Path folder) {
        this.folder = folder;
    }

    /** Appends to the file of the day's month, whatever date the record claims. */
    void append(long day, SessionRecord row) throws IOException {
        file(YearMonth.from(LocalDate.ofEpochDay(day))).printRecord(row.line());
    }

    private CSVPrinter file(YearMonth month) throws IOException {
        CSVPrinter open = files.get(month);
        if (open != null) {
            return open;
        }
        Path path = folder.resolve("sessions-" + month + ".csv");
        CSVPrinter opened = new CSVPrinter(Files.newBufferedWriter(path, StandardCharsets.UTF_8), FORMAT);
        files.put(month, opened);
        return opened;
    }

    @Override
    public void close() throws IOException {
        for (CSVPrinter file : files.values()) {
            file.close();
        }
    }
}
