package physio.outcomes.store;

import java.util.Locale;
import physio.outcomes.ingest.FileRule;
import physio.outcomes.ingest.Warning;

/**
 * That a delivery made ingest warn: a rule and no number, as the ledger keeps it.
 *
 * @param subject the measure that it is about, or empty when it is about the whole file
 */
public record Remark(FileRule rule, String subject) {

    static Remark of(Warning warning) {
        return new Remark(warning.rule(), warning.subject());
    }

    /** From the ledger's form, {@code rule:subject}. */
    static Remark parse(String text) {
        int colon = text.indexOf(':');
        return new Remark(
                FileRule.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    /** The ledger's form. */
    @Override
    public String toString() {
        return rule.code() + ":" + subject;
    }
}
