package physio.outcomes.report;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.catalogue.Settings.PrivacyProfile;

/** The rules of a profile, each in a sentence. */
final class DisclosureRules {
    private static final List<String> HIDING = List.of(
            "A row whose patients all fared alike, and one of which two patients gave more than nine tenths, is hidden"
                    + " too.",
            "Where what is hidden would follow from what is shown, in one table or from several together, more is"
                    + " hidden.",
            "Figures that are held against a hidden row are left out.",
            "What has changed since an earlier report or export in a clinic's month stays out as long as it concerns"
                    + " fewer patients than a row must have: it would follow from the two.");

    private static final List<String> INTERNAL = List.of(
            "Medians, quartiles and Hodges-Lehmann estimates are shown of at least 10 patients.",
            "Counts, also those of some patients of a row, are exact in rows that are shown: these tables are for"
                    + " readers within the organisation and not for the web.");

    private static final List<String> PUBLIC = List.of(
            "Counts are rounded to the nearest 5, each by itself.",
            "A count of some patients of a row is left out where it, or what it leaves of the row, is 1 to 9; shares"
                    + " are worked out from rounded counts.",
            "Means have one decimal, and are left out where fewer than three numbers of scores could give them.",
            "Medians, quartiles and Hodges-Lehmann estimates are shown of at least 20 patients.",
            "Standard deviations, standard errors, intervals and differences from the reference technique are left"
                    + " out, since they tell exact counts.");

    private DisclosureRules() {}

    /**
     * The rules.
     *
     * @param threshold rows of fewer patients are hidden
     */
    static List<String> of(PrivacyProfile profile, int threshold) {
        if (profile == PrivacyProfile.NONE) {
            return List.of("Nothing is protected: every row is shown as it was counted. Do not pass these tables on.");
        }
        List<String> rules = new ArrayList<>();
        rules.add("A row of 1 to " + (threshold - 1)
                + " distinct patients is hidden: it is there, and its figures are blank.");
        rules.addAll(HIDING);
        rules.addAll(profile == PrivacyProfile.PUBLIC ? PUBLIC : INTERNAL);
        return List.copyOf(rules);
    }
}
