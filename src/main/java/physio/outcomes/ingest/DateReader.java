package physio.outcomes.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Mapping.DateForm;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.Pattern;

/** Reads dates as the mapping declares them; without a declaration only as YYYY-MM-DD. */
final class DateReader {
    private static final int MOST_REMEMBERED = 40_000;

    private final Optional<DateForm> form;
    private final Remembered<Optional<LocalDate>> remembered = new Remembered<>(MOST_REMEMBERED, this::parse);

    DateReader(Optional<DateForm> form) {
        this.form = form;
    }

    /** The date, or null when the text is none. */
    @Nullable
    LocalDate read(String text) {
        return remembered.of(text).orElse(null);
    }

    private Optional<LocalDate> parse(String text) {
        try {
            DateForm declared = form.orElse(null);
            if (declared instanceof Offset offset) {
                return PlainNumber.isWhole(text, 6)
                        ? Optional.of(offset.origin().plus(Long.parseLong(text), offset.unit()))
                        : Optional.empty();
            }
            DateTimeFormatter format =
                    declared instanceof Pattern pattern ? pattern.format() : DateTimeFormatter.ISO_LOCAL_DATE;
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
