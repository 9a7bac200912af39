package physio.outcomes.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.Plural;
import physio.outcomes.ingest.text.EncodingCounts;

/** What is counted of a file while it is read; the counts of its parts add up to those of the file. */
public final class FileCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable FileChecks checks;
    private EncodingCounts encoding = EncodingCounts.NONE;
    private long parsed;
    private long stored;
    private long quarantined;
    private long duplicates;
    private long filtered;
    private long erased;
    private long rounded;

    void parsed() {
        parsed++;
    }

    void quarantined() {
        quarantined++;
    }

    void duplicate() {
        duplicates++;
    }

    void filtered() {
        filtered++;
    }

    void erased() {
        erased++;
    }

    void stored() {
        stored++;
    }

    /** At the end of a part: what its readers counted by themselves. */
    void finish(long roundedScores, EncodingCounts encodingSeen, FileChecks partChecks) {
        rounded = roundedScores;
        encoding = encodingSeen;
        checks = partChecks;
    }

    /** Takes in the counts of a part, which are used up by it. */
    public void add(FileCounts part) {
        if (checks == null) {
            checks = part.checks;
        } else if (part.checks != null) {
            checks.merge(part.checks);
        }
        encoding = encoding.plus(part.encoding);
        parsed += part.parsed;
        stored += part.stored;
        quarantined += part.quarantined;
        duplicates += part.duplicates;
        filtered += part.filtered;
        erased += part.erased;
        rounded += part.rounded;
    }

    Tally tally() {
        return new Tally(parsed, stored, quarantined, duplicates, filtered, erased);
    }

    EncodingCounts encoding() {
        return encoding;
    }

    Optional<FileChecks> checks() {
        return Optional.ofNullable(checks);
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (parsed == 0) {
            warnings.add(new Warning(FileRule.NO_RECORDS, "", "holds a header and no record"));
        }
        checks().ifPresent(all -> warnings.addAll(all.halves()));
        if (rounded > 0) {
            warnings.add(new Warning(
                    FileRule.ROUNDED_SCORES,
                    "",
                    "holds " + Plural.of(rounded, "score") + " that had to be rounded to the resolution"));
        }
        checks().ifPresent(all -> warnings.addAll(all.warnings()));
        return warnings;
    }
}
