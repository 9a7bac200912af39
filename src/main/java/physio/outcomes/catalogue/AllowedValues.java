package physio.outcomes.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import physio.outcomes.catalogue.Mapping.DateForm;
import physio.outcomes.catalogue.Mapping.Offset;
import physio.outcomes.catalogue.Mapping.Pattern;

/** What a mapping may put into a canonical column by itself, as a constant or by a value map. */
final class AllowedValues {
    private final Settings settings;
    private final TechniqueNames techniques;

    AllowedValues(Settings settings) {
        this.settings = settings;
        this.techniques = new TechniqueNames(settings);
    }

    /** What a value must be that it is not, if anything; columns without a fixed set of codes allow all. */
    Optional<String> wrong(String column, String value, Optional<DateForm> date) {
        return switch (column) {
            case CanonicalColumns.TECHNIQUE ->
                unless(techniques.isKnown(value), noTechnique(value, techniques.names()));
            case CanonicalColumns.BODY_REGION -> oneOf(value, settings.regions().keySet());
            case CanonicalColumns.ATTENDANCE -> oneOf(value.toLowerCase(Locale.ROOT), CanonicalColumns.ATTENDANCES);
            case CanonicalColumns.CLINIC_ID ->
                unless(
                        value.matches("[A-Za-z0-9_-]{1,64}")
                                && !SettingsReader.RESERVED.contains(value.toLowerCase(Locale.ROOT)),
                        "must be letters, digits, _ or -, and none of all, combined, mixed, unknown");
            case CanonicalColumns.AGE_BAND -> band(value);
            case CanonicalColumns.SESSION_DATE ->
                unless(isDate(value, date), "must be a date as YYYY-MM-DD, or as format says");
            default -> Optional.empty();
        };
    }

    static String noTechnique(String value, Collection<String> names) {
        return "must be a technique of the catalogue" + Fields.suggestion(TechniqueNames.folded(value), names)
                + "; correct it, or add the technique to the settings";
    }

    private static Optional<String> oneOf(String value, Collection<String> codes) {
        return unless(
                codes.contains(value), "must be one of " + String.join(", ", codes) + Fields.suggestion(value, codes));
    }

    private static Optional<String> band(String value) {
        return unless(value.matches("0-9|([1-8])0-\\19|90\\+"), "must be an age band in tens, such as 40-49 or 90+");
    }

    private static boolean isDate(String value, Optional<DateForm> form) {
        try {
            DateForm declared = form.orElse(null);
            if (declared instanceof Offset) {
                return value.matches("-?[0-9]{1,6}");
            }
            LocalDate day = declared instanceof Pattern pattern
                    ? LocalDate.parse(value, pattern.format())
                    : LocalDate.parse(value);
            return day.getYear() > 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static Optional<String> unless(boolean isRight, String what) {
        return isRight ? Optional.empty() : Optional.of(what);
    }
}
