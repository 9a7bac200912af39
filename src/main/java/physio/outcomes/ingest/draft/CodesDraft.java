package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.*;

import java.util.Locale;
import java.util.function.Predicate;
import physio.outcomes.catalogue.Settings;
import physio.outcomes.ingest.TextForm;

/** Drafts the optional columns of a session: case mix, visit, duration, attendance. */
final class CodesDraft {
    private final Settings settings;
    private final Roles roles;
    private final DraftPage page;

    CodesDraft(Settings settings, Roles roles, DraftPage page) {
        this.settings = settings;
        this.roles = roles;
        this.page = page;
    }

    void write() {
        any(EPISODE_ID);
        any(PRACTITIONER_ID);
        fitting(
                BODY_REGION,
                settings.regions()::containsKey,
                one(String.join(", ", settings.regions().keySet())));
        String ofCodes = "a code of your own choice, without spaces";
        fitting(CONDITION, TextForm.CODE::fits, ofCodes);
        fitting(CHRONICITY, TextForm.CODE::fits, ofCodes);
        age();
        fitting(SEX, TextForm.CODE::fits, ofCodes);
        fitting(VISIT, TextForm.LABEL::fits, "a label of 32 letters and digits at most");
        fitting(DURATION_MIN, CodesDraft::isDuration, "whole minutes from 5 to 240");
        fitting(
                ATTENDANCE,
                value -> ATTENDANCES.contains(value.toLowerCase(Locale.ROOT)),
                one(String.join(", ", ATTENDANCES)));
        fitting(ADVERSE_EVENT, TextForm.CODE::fits, ofCodes);
    }

    private static String one(String codes) {
        return "one of " + codes;
    }

    private static boolean isDuration(String value) {
        return value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= 5 && Integer.parseInt(value) <= 240;
    }

    private void any(String canonical) {
        roles.named(canonical)
                .ifPresent(column -> take(canonical, column, "}", "a pseudonym? Names do not belong into the file"));
    }

    private void age() {
        roles.named(AGE_BAND).ifPresent(column -> {
            if (column.all(value -> value.matches("1?[0-9]{1,2}([.][0-9]+)?"))) {
                take(AGE_BAND, column, ", band: 10}", "ages in years; they are put into bands of ten");
            } else {
                fitting(AGE_BAND, TextForm.AGE_BAND::fits, "an age band in tens, such as 40-49 or 90+");
            }
        });
    }

    private void fitting(String canonical, Predicate<String> fits, String what) {
        roles.named(canonical).ifPresent(column -> {
            boolean isCanonical = column.name().equals(canonical);
            if (column.all(fits) || (column.isEmpty() && isCanonical)) {
                take(canonical, column, "}", "by its name; its values stay as they are");
                return;
            }
            roles.take(column);
            String from = "  # " + canonical + ": {from: " + Yaml.text(column.name());
            if (column.isEmpty()) {
                page.question(
                        from + "}", "empty in the sample: remove the # if each value is " + what + ", or ignore it");
            } else {
                page.question(
                        from + ", values: {\"?\": \"?\"}}",
                        "its values need a map: each must become " + what + " ("
                                + column.share(column.count(fits.negate())) + " of the sample are not); or ignore it");
            }
        });
    }

    private void take(String canonical, SampleColumn column, String rest, String why) {
        roles.take(column);
        page.column(canonical, "{from: " + Yaml.text(column.name()) + rest, why);
    }
}
