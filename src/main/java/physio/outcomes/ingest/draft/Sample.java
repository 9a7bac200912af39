package physio.outcomes.ingest.draft;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The header and the first records of a file.
 *
 * @param text the lines they were read from
 * @param layout how they are laid out
 * @param rows how many records there are
 * @param missing marks that stand for a missing value, as the file writes them
 * @param columns in the order of the file
 */
record Sample(SampleText text, Layout layout, int rows, List<String> missing, List<SampleColumn> columns) {
    private static final int MOST_ROWS = 1000;
    private static final Pattern NO_NAME =
            Pattern.compile("[-+]?[0-9][0-9.,:/ -]*|.*([0-9]{5}|@|[0-9][./-][0-9]+[./-][0-9]).*", Pattern.DOTALL);

    static Sample of(FileStart start) {
        SampleText text = SampleText.of(start);
        Layout layout = Layout.of(start, text.lines());
        List<List<String>> records = records(text.lines(), layout);
        if (records.isEmpty()) {
            throw start.refused("has a stray or unclosed quote in its header; mend that line");
        }
        List<String> header = records.get(0).stream().map(String::strip).toList();
        checkHeader(start, header, layout);
        List<List<String>> rows = records.subList(1, records.size()).stream()
                .filter(row -> row.size() == header.size())
                .toList();
        MissingMarks marks = MissingMarks.of(rows);
        List<SampleColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int at = i;
            columns.add(SampleColumn.of(
                    header.get(i),
                    rows.stream()
                            .map(row -> row.get(at).strip())
                            .filter(value -> !value.isEmpty() && !marks.used().contains(value))
                            .toList()));
        }
        return new Sample(text, layout, rows.size(), marks.used(), columns);
    }

    /** As far as they can be read: a stray quote ends the sample, not the draft. */
    private static List<List<String>> records(List<String> lines, Layout layout) {
        String text = String.join("\n", lines.subList(layout.skippedLines(), lines.size()));
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(layout.delimiter()).get();
        List<List<String>> records = new ArrayList<>();
        try (var parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> next = parser.iterator();
            while (records.size() <= MOST_ROWS && next.hasNext()) {
                records.add(next.next().toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException stray) {
            return records;
        }
        return records;
    }

    /** A file without a header shows its first record there: that must not get into the draft. */
    private static void checkHeader(FileStart start, List<String> header, Layout layout) {
        int line = layout.skippedLines() + 1;
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (NO_NAME.matcher(name).matches()) {
                throw start.refused("seems to have no header: a column of line " + line
                        + " is a number, a date or an address; put a line with a name for each column first");
            }
            if (!names.add(name)) {
                throw start.refused(
                        "has a column twice in its header (line " + line + "); rename or remove one of them");
            }
        }
    }

    /** Whether more numbers have a decimal comma than a point. */
    boolean hasDecimalComma() {
        return layout.delimiter() != ',' && fractions(',') > fractions('.');
    }

    private long fractions(char mark) {
        Pattern fraction = Pattern.compile("[-+]?[0-9]+[" + mark + "][0-9]+");
        return columns.stream()
                .mapToLong(
                        column -> column.count(value -> fraction.matcher(value).matches()))
                .sum();
    }
}
