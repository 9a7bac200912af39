package physio.outcomes.ingest.draft;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the lines of a file are laid out.
 *
 * @param delimiter between fields
 * @param columns how many fields most lines have
 * @param skippedLines before the header
 * @param share of the lines looked at that have so many fields
 */
record Layout(char delimiter, int columns, int skippedLines, double share) {
    private static final int LOOKED_AT = 200;
    private static final int MOST_SKIPPED = 50;
    private static final int MOST_COLUMNS = 1000;

    /** The delimiter that cuts most lines into the same number of fields; the more fields the better. */
    static Layout of(FileStart start, List<String> lines) {
        List<String> looked =
                lines.stream().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
        if (looked.isEmpty()) {
            throw start.refused("is empty; ask for it again");
        }
        Layout best = Stream.of(',', ';', '\t', '|')
                .map(delimiter -> of(delimiter, looked, lines))
                .max(Comparator.comparingDouble(Layout::fitness))
                .orElseThrow();
        if (best.columns < 2) {
            throw start.refused("has one column only, or lines that no delimiter (comma, semicolon, tab, |) cuts alike:"
                    + " it does not look like CSV");
        }
        if (best.columns > MOST_COLUMNS) {
            throw start.refused("has more than " + MOST_COLUMNS + " columns: it does not look like sessions");
        }
        return best;
    }

    private static Layout of(char delimiter, List<String> looked, List<String> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        looked.forEach(line -> counts.merge(fields(line, delimiter), 1, Integer::sum));
        int columns = counts.entrySet().stream()
                .filter(count -> count.getKey() > 1)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
        double share = counts.getOrDefault(columns, 0) / (double) looked.size();
        return new Layout(delimiter, columns, skipped(delimiter, columns, lines), share);
    }

    /** A title may hold a delimiter too, so that the header is the first line with as many fields as most. */
    private static int skipped(char delimiter, int columns, List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), MOST_SKIPPED); i++) {
            if (fields(lines.get(i), delimiter) == columns) {
                return i;
            }
        }
        return 0;
    }

    private double fitness() {
        return columns < 2 ? 0 : share + Math.min(columns, 20) / 100.0;
    }

    /** Fields of a line by itself; one that stands within a quoted field over several lines counts wrong, which most do not. */
    private static int fields(String line, char delimiter) {
        int fields = 1;
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            isQuoted ^= next == '"';
            fields += next == delimiter && !isQuoted ? 1 : 0;
        }
        return fields;
    }
}
