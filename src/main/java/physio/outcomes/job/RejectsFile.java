package physio.outcomes.job;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import physio.outcomes.catalogue.Mapping;
import physio.outcomes.domain.SpreadsheetText;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.OriginalRecords;
import physio.outcomes.ingest.text.FileLocation;
import physio.outcomes.store.Quarantine.Rejected;

/**
 * Records in quarantine with their values and what is wrong with them, as CSV: {@code line, record, findings}, then the columns of the
 * original. It is the one file of this program that holds values of records.
 */
final class RejectsFile implements OriginalRecords.Taker {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final CSVPrinter printer;
    private final Map<Long, Long> lines;
    private final Map<Long, String> findings;

    private RejectsFile(CSVPrinter printer, Map<Long, Long> lines, Map<Long, String> findings) {
        this.printer = printer;
        this.lines = lines;
        this.findings = findings;
    }

    static void write(FileLocation original, Mapping mapping, List<Rejected> rejected, Path target) {
        Map<Long, Long> lines = new HashMap<>();
        Map<Long, String> findings = new HashMap<>();
        for (Rejected finding : rejected) {
            lines.put(finding.record(), finding.line());
            findings.merge(finding.record(), words(finding), (earlier, later) -> earlier + "; " + later);
        }
        Writer text = create(target);
        boolean isWhole = false;
        try (text;
                CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            OriginalRecords.read(original, mapping, lines, new RejectsFile(printer, lines, findings));
            isWhole = true;
        } catch (IOException failed) {
            throw UserException.store("Cannot write " + target + ": check room and permissions.");
        } finally {
            if (!isWhole) {
                discard(target);
            }
        }
    }

    private static String words(Rejected finding) {
        return finding.column().isEmpty() ? finding.reason() : finding.column() + ": " + finding.reason();
    }

    /** Made with its permissions: there is no moment at which others could read it. */
    private static Writer create(Path target) {
        try {
            return Channels.newWriter(
                    Files.newByteChannel(
                            target,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                    StandardCharsets.UTF_8);
        } catch (FileAlreadyExistsException there) {
            throw UserException.usage(target + " is there already: remove it, or give another --out.");
        } catch (IOException failed) {
            throw UserException.usage("Cannot write " + target + ": give a folder that you may write to with --out.");
        }
    }

    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException failed) {
            throw UserException.store("Cannot remove the unfinished " + target + ": remove it, it holds values.");
        }
    }

    @Override
    public void header(List<String> names) throws IOException {
        print(List.of("line", "record", "findings"), names);
    }

    @Override
    public void record(long number, List<String> fields) throws IOException {
        print(
                List.of(
                        String.valueOf(lines.get(number)),
                        String.valueOf(number),
                        String.valueOf(findings.get(number))),
                fields);
    }

    private void print(List<String> own, List<String> fields) throws IOException {
        List<String> cells = new ArrayList<>(own);
        fields.forEach(field -> cells.add(SpreadsheetText.inertUnlessNumber(field)));
        printer.printRecord(cells);
    }
}
