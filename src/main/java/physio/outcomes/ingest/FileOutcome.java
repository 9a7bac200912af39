package physio.outcomes.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import physio.outcomes.ingest.text.EncodingCounts;
import physio.outcomes.ingest.text.RefusedFile;

/** What came of reading a file. */
public sealed interface FileOutcome extends Serializable {
    /** A file of no more records than this is not refused for its share of quarantined ones. */
    long FEW_RECORDS = 20;

    /** Read to its end: the counts, and warnings about what an analyst should look at. */
    record Accepted(Tally tally, List<Warning> warnings) implements FileOutcome {}

    /** Refused whole: one sentence that says why and what to do. */
    record Refused(String sentence) implements FileOutcome {}

    /** The outcome of a file whose parts were all read, by the counts of all of them. */
    static FileOutcome of(DeliveredFile file, FileCounts counts, IngestRules rules) {
        try {
            checkCharset(counts);
            if (counts.checks().isPresent()) {
                counts.checks().get().refuseIdentifiers();
            }
            checkShare(counts, rules);
            return new Accepted(counts.tally(), counts.warnings());
        } catch (RefusedFile refused) {
            return refused(file, refused);
        }
    }

    /** The outcome of a file of which a part could not be taken. */
    static FileOutcome refused(DeliveredFile file, RefusedFile refused) {
        return new Refused(file.name() + " " + refused.sentence());
    }

    private static void checkCharset(FileCounts counts) throws RefusedFile {
        if (counts.encoding().isOfAnotherCharset(counts.tally().parsed() <= FEW_RECORDS)) {
            throw EncodingCounts.refusal("in " + counts.encoding().western() + " records");
        }
    }

    private static void checkShare(FileCounts counts, IngestRules rules) throws RefusedFile {
        Tally tally = counts.tally();
        BigDecimal share = rules.settings().ingest().maxRejectedShare();
        if (tally.parsed() > FEW_RECORDS
                && BigDecimal.valueOf(tally.quarantined()).compareTo(share.multiply(BigDecimal.valueOf(tally.parsed())))
                        > 0) {
            String causes = counts.checks().map(FileChecks::mostFrequent).orElse("");
            throw new RefusedFile(String.format(
                    Locale.ROOT,
                    "would lose %,d of %,d records to quarantine (%s), more than the %s%% of ingest.max_rejected_share:"
                            + " the mapping is probably wrong, or the file damaged. 'outcomes check' shows each finding"
                            + " with its remedy.",
                    tally.quarantined(),
                    tally.parsed(),
                    causes,
                    share.movePointRight(2).stripTrailingZeros().toPlainString()));
        }
    }

    /** Refuses a file that is no longer the one that was listed. */
    static RefusedFile changed() {
        return new RefusedFile("changed while it was read; wait until it is complete, then run again.");
    }
}
