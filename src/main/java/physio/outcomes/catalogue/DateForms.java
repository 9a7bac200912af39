package physio.outcomes.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import physio.outcomes.catalogue.Mapping.DateForm;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.Pattern;

/** Reads how dates are written. */
final class DateForms {
    /** Day, month and year differ, so that a pattern that confuses or lacks one of them does not give the day back. */
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2001, 3, 24, 17, 35, 46, 0, ZoneOffset.UTC);

    private DateForms() {}

    static Optional<DateForm> read(Fields fields) {
        if (fields.has("format") && fields.has("origin")) {
            throw fields.misplaced(
                    "origin", "cannot stand beside format: a date is written out or counted; remove one");
        }
        if (fields.has("unit") && !fields.has("origin")) {
            throw fields.misplaced(
                    "unit", "goes with origin only, the day that is counted from; add origin or remove unit");
        }
        Optional<DateForm> pattern = fields.text("format").map(text -> pattern(fields, text));
        Optional<DateForm> offset = fields.text("origin").map(text -> new Offset(day(fields, text), unit(fields)));
        return pattern.or(() -> offset);
    }

    private static Pattern pattern(Fields fields, String text) {
        try {
            // The letter p pads: some patterns with it break the JDK's formatter.
            Pattern pattern = Pattern.of(text.replace("p", ""));
            if (!text.contains("p")
                    && LocalDate.parse(pattern.format().format(SAMPLE), pattern.format())
                            .equals(SAMPLE.toLocalDate())) {
                return pattern;
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            // Falls through to the one sentence for all patterns that give no day.
        }
        throw fields.invalid("format", "must be a date pattern with day, month and year, such as dd.MM.yyyy");
    }

    private static LocalDate day(Fields fields, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw fields.invalid("origin", "must be a date as YYYY-MM-DD");
        }
    }

    private static ChronoUnit unit(Fields fields) {
        return switch (fields.text("unit").orElse("days")) {
            case "days" -> ChronoUnit.DAYS;
            case "weeks" -> ChronoUnit.WEEKS;
            default -> throw fields.invalid("unit", "must be days or weeks");
        };
    }
}
