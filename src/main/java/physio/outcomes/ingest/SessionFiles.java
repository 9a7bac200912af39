package physio.outcomes.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import physio.outcomes.catalogue.Settings;

/** Reads delivered files: each is accepted with its counts, or refused with a sentence and without a trace. */
public final class SessionFiles {
    /** A file of no more records than this is not refused for its share of quarantined ones. */
    private static final long FEW_RECORDS = 20;

    private final IngestRules rules;
    private final Keying keying;

    public SessionFiles(IngestRules rules, Keying keying) {
        this.rules = rules;
        this.keying = keying;
    }

    /**
     * Reads a file into a sink, which is closed when the file is accepted and discarded when not.
     *
     * <p>A session id that comes twice with other content condemns both records, also the one that was taken already. That is rare,
     * so nothing is held back for it: the file is then read a second time, knowing which ids are condemned.
     */
    public FileOutcome read(DeliveredFile file, Supplier<SessionSink> sinks) {
        try {
            Pass first = pass(file, sinks.get(), Set.of());
            Pass last = first.conflicting().isEmpty() ? first : pass(file, sinks.get(), first.conflicting());
            return new FileOutcome.Accepted(last.tally(), last.warnings());
        } catch (RefusedFile refused) {
            return new FileOutcome.Refused(file.name() + " " + refused.sentence());
        }
    }

    private Pass pass(DeliveredFile file, SessionSink sink, Set<SessionKey> condemned) throws RefusedFile {
        boolean isKept = false;
        try (RawRecords records =
                RawRecords.open(Path.of(file.path()), rules.mapping().csv())) {
            List<String> names = records.next();
            FileChecks checks = FileChecks.of(names, rules);
            Header header = Header.check(names, rules.mapping());
            SessionReader sessions = new SessionReader(rules, keying, file, header, checks.counts());
            FilePass reading = new FilePass(rules, sessions, header, sink, condemned, checks);
            try {
                reading.readAll(records);
            } finally {
                sink.checked(checks);
            }
            checkUnchanged(file);
            checks.refuseIdentifiers();
            checkShare(reading.tally(), rules.settings());
            isKept = reading.conflicting().isEmpty() || !condemned.isEmpty();
            return new Pass(reading.tally(), reading.conflicting(), reading.warnings());
        } catch (IOException unreadable) {
            throw new RefusedFile("cannot be read; check that it is there and readable.");
        } finally {
            if (isKept) {
                sink.close();
            } else {
                sink.discard();
            }
        }
    }

    private static void checkUnchanged(DeliveredFile file) throws RefusedFile, IOException {
        Path path = Path.of(file.path());
        if (Files.size(path) != file.bytes() || !DeliveredFiles.sha256(path).equals(file.sha256())) {
            throw new RefusedFile("changed while it was read; wait until it is complete, then run again.");
        }
    }

    private static void checkShare(Tally tally, Settings settings) throws RefusedFile {
        BigDecimal most = settings.ingest().maxRejectedShare().multiply(BigDecimal.valueOf(tally.parsed()));
        if (tally.parsed() > FEW_RECORDS
                && BigDecimal.valueOf(tally.quarantined()).compareTo(most) > 0) {
            throw new RefusedFile("would lose " + tally.quarantined() + " of " + tally.parsed()
                    + " records to quarantine, more than ingest.max_rejected_share allows: the mapping is probably wrong."
                    + " See what is wrong with 'check', then mend the mapping or the file.");
        }
    }

    /** What one reading of a file came to. */
    private record Pass(Tally tally, Set<SessionKey> conflicting, List<Warning> warnings) {}
}
