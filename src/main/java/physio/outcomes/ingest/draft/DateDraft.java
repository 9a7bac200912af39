package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.SESSION_DATE;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import physio.outcomes.catalogue.Mapping.Pattern;

/** Drafts the date of a session: how it is written, or what cannot be told of that. */
final class DateDraft {
    private static final String ISO = "yyyy-MM-dd";
    /** Two digits of a day or month before one, as the latter reads both. */
    private static final List<String> FORMATS = List.of(
            ISO,
            "yyyyMMdd",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd.MM.yy",
            "d.M.yy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "dd-MM-yyyy",
            "MM-dd-yyyy",
            "dd/MM/yy",
            "MM/dd/yy",
            "d/M/yy",
            "M/d/yy");

    private static final List<String> TIMES =
            List.of("", " HH:mm", " H:mm", " HH:mm:ss", " H:mm:ss", "'T'HH:mm:ss", "'T'HH:mm", "'T'HH:mm:ss'Z'");
    private static final Map<String, DateTimeFormatter> READERS = readers();

    private final Roles roles;
    private final DraftPage page;

    DateDraft(Roles roles, DraftPage page) {
        this.roles = roles;
        this.page = page;
    }

    void write() {
        Optional<SampleColumn> named = roles.named(SESSION_DATE, DateDraft::isDated);
        if (named.isPresent()) {
            roles.take(named.get());
            write(named.get().name(), formats(named.get()));
        } else {
            ask();
        }
    }

    private void write(String column, List<String> formats) {
        String from = "{from: " + Yaml.text(column);
        String format = formats.get(0);
        Optional<String> turned =
                formats.stream().filter(other -> isTurned(format, other)).findFirst();
        if (turned.isPresent()) {
            page.line("  " + SESSION_DATE + ":");
            page.line("    from: " + Yaml.text(column));
            page.question(
                    "    format: \"?\"", "day and month cannot be told apart: put one of the next two lines here");
            page.line("    # format: " + format, "the day first, as in Europe");
            page.line("    # format: " + turned.get(), "the month first, as in the United States");
        } else if (format.equals(ISO)) {
            page.column(SESSION_DATE, from + "}", "by its name; all dates of the sample are written YYYY-MM-DD");
        } else {
            page.column(
                    SESSION_DATE,
                    from + ", format: " + Yaml.text(format) + "}",
                    "all dates of the sample are written so");
        }
    }

    private void ask() {
        String dated = roles.free().stream()
                .filter(column -> !column.isEmpty() && isDated(column))
                .map(column -> Yaml.text(column.name()))
                .collect(Collectors.joining(", "));
        page.question(
                "  # " + SESSION_DATE + ": {from: \"?\"}",
                "needed: the day of the session, with its format, such as format: dd.MM.yyyy"
                        + (dated.isEmpty() ? "" : "; these columns hold dates: " + dated));
        roles.named("visit", column -> column.all(value -> value.matches("-?[0-9]{1,4}")))
                .ifPresent(counted -> page.line(
                        "  # " + SESSION_DATE + ": {from: " + Yaml.text(counted.name())
                                + ", origin: 2000-01-01, unit: weeks}",
                        "if it counts weeks (or days): choose the day that they are counted from"));
    }

    /** Whether it holds dates, or is the canonical column of a file without records. */
    private static boolean isDated(SampleColumn column) {
        return column.isEmpty()
                ? column.name().equals(SESSION_DATE)
                : !formats(column).isEmpty();
    }

    /** The formats in which all values are dates of our time. */
    private static List<String> formats(SampleColumn column) {
        return column.isEmpty()
                ? List.of(ISO)
                : READERS.entrySet().stream()
                        .filter(reader -> column.all(value -> isDate(value, reader.getValue())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static boolean isDate(String value, DateTimeFormatter format) {
        ParsePosition end = new ParsePosition(0);
        // First without an exception: most texts are no dates.
        if (format.parseUnresolved(value, end) == null || end.getIndex() < value.length()) {
            return false;
        }
        try {
            int year = LocalDate.parse(value, format).getYear();
            return year >= 1990 && year < 2100;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static Map<String, DateTimeFormatter> readers() {
        Map<String, DateTimeFormatter> readers = new LinkedHashMap<>();
        TIMES.forEach(time -> FORMATS.forEach(
                format -> readers.put(format + time, Pattern.of(format + time).format())));
        return readers;
    }

    private static boolean isTurned(String format, String other) {
        return format.startsWith("d")
                && other.equals(format.replace('d', 'x').replace('M', 'd').replace('x', 'M'));
    }
}
