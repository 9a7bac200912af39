package physio.outcomes.privacy;

import java.util.List;
import physio.outcomes.catalogue.Settings.PrivacyProfile;

/**
 * What a release hides, and what an attacker's audit of it found. It tells no table's reasons apart: that would mark its rows.
 *
 * @param threshold rows with fewer distinct patients are hidden; 0 where nothing is
 * @param primary rows hidden for their own patients: too few of them, or too alike, or two that carry nearly all
 * @param complementary rows hidden beside those, from which they would follow
 * @param leftOut hidden rows that are not even listed
 * @param shareKept patients behind shown rows, as a share of those behind all, rows counted one by one
 */
public record DisclosureStatement(
        PrivacyProfile profile,
        int threshold,
        List<TableCounts> tables,
        long primary,
        long complementary,
        long leftOut,
        double shareKept,
        Audit audit) {

    /** How many rows of a table there are, and how many are hidden. */
    public record TableCounts(String table, long rows, long suppressed) {}

    /**
     * What an attacker could work out from all tables together.
     *
     * @param hiddenCounts how many counts of sessions, episodes and patients are hidden
     * @param narrowest the width of the narrowest interval that the published figures leave for one of them; infinite without hidden ones
     */
    public record Audit(long hiddenCounts, double narrowest) {}
}
