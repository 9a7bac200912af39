package physio.outcomes.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
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
            checkShare(counts.tally(), rules);
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

    private static void checkShare(Tally tally, IngestRules rules) throws RefusedFile {
        BigDecimal most = rules.settings().ingest().maxRejectedShare().multiply(BigDecimal.valueOf(tally.parsed()));
        if (tally.parsed() > FEW_RECORDS
                && BigDecimal.valueOf(tally.quarantined()).compareTo(most) > 0) {
            throw new RefusedFile("would lose " + tally.quarantined() + " of " + tally.parsed()
                    + " records to quarantine, more than ingest.max_rejected_share allows: the mapping is probably wrong."
                    + " See what is wrong with 'check', then mend the mapping or the file.");
        }
    }

    /** Refuses a file that is no longer the one that was listed. */
    static RefusedFile changed() {
        return new RefusedFile("changed while it was read; wait until it is complete, then run again.");
    }
}
