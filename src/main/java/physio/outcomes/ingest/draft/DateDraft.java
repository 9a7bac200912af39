package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.SESSION_DATE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
            "M/d/yy",
            "dd MMM yyyy",
            "d MMM yyyy",
            "dd-MMM-yyyy");

    private static final List<String> TIMES =
            List.of("", " HH:mm", " H:mm", " HH:mm:ss", " H:mm:ss", "'T'HH:mm:ss", "'T'HH:mm", "'T'HH:mm:ss'Z'");

    private final Roles roles;
    private final DraftPage page;

    DateDraft(Roles roles, DraftPage page) {
        this.roles = roles;
        this.page = page;
    }

    void write() {
        Optional<SampleColumn> named =
                roles.named(SESSION_DATE, column -> !formats(column).isEmpty());
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
                    "    format: \"?\"",
                    "choose one of the next two lines, and remove this one: the sample does not tell day from month");
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
                .filter(column -> !formats(column).isEmpty())
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

    /** The formats in which all values are dates of our time. */
    private static List<String> formats(SampleColumn column) {
        return TIMES.stream()
                .flatMap(time -> FORMATS.stream().map(format -> format + time))
                .filter(format -> column.all(isDate(format)))
                .toList();
    }

    private static Predicate<String> isDate(String format) {
        var form = Pattern.of(format).format();
        return value -> {
            try {
                int year = LocalDate.parse(value, form).getYear();
                return year >= 1990 && year < 2100;
            } catch (DateTimeException other) {
                return false;
            }
        };
    }

    private static boolean isTurned(String format, String other) {
        return format.startsWith("d")
                && other.equals(format.replace('d', 'x').replace('M', 'd').replace('x', 'M'));
    }
}
