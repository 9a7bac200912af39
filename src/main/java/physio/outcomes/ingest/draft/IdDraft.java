package physio.outcomes.ingest.draft;

import static physio.outcomes.catalogue.CanonicalColumns.CLINIC_ID;
import static physio.outcomes.catalogue.CanonicalColumns.PATIENT_ID;
import static physio.outcomes.catalogue.CanonicalColumns.SESSION_ID;

import java.util.Locale;
import java.util.Optional;
import physio.outcomes.catalogue.SettingsReader;

/** Drafts the columns that say whose session it was, and where. */
final class IdDraft {
    private final Roles roles;
    private final DraftPage page;

    IdDraft(Roles roles, DraftPage page) {
        this.roles = roles;
        this.page = page;
    }

    void write() {
        session();
        patient();
        clinic();
    }

    private void session() {
        Optional<SampleColumn> named = roles.named(SESSION_ID);
        if (named.isPresent() && named.get().isMostlyUnique()) {
            take(SESSION_ID, named.get(), "by its name; it is another one in each record");
            return;
        }
        page.column(
                SESSION_ID,
                "{row: true}",
                "confirm: "
                        + named.map(column -> Yaml.text(column.name()) + " is called so, but its values repeat; ")
                                .orElse("no column numbers the sessions, ")
                        + "so file name and row number do");
    }

    private void patient() {
        Optional<SampleColumn> named = roles.named(PATIENT_ID);
        if (named.isPresent()) {
            take(
                    PATIENT_ID,
                    named.get(),
                    "a pseudonym; if ids repeat between clinics: {from: [clinic, id], join: \"-\"}");
        } else {
            page.question(
                    "  # " + PATIENT_ID + ": {from: \"?\"}",
                    "needed: the column with the patient's pseudonym; {row: true} if each row is another patient");
        }
    }

    private void clinic() {
        Optional<SampleColumn> named = roles.named(CLINIC_ID, IdDraft::holdsCodes);
        if (named.isPresent()) {
            take(CLINIC_ID, named.get(), "by its name");
        } else {
            page.question(
                    "  # " + CLINIC_ID + ": {constant: C01}",
                    "needed: no column holds a code for the clinic; remove the # and give the clinic its code");
        }
    }

    private static boolean holdsCodes(SampleColumn column) {
        return column.isEmpty()
                || column.all(value -> value.matches("[A-Za-z0-9_-]{1,64}")
                        && !SettingsReader.RESERVED.contains(value.toLowerCase(Locale.ROOT)));
    }

    private void take(String canonical, SampleColumn column, String why) {
        roles.take(column);
        page.column(canonical, "{from: " + Yaml.text(column.name()) + "}", why);
    }
}
