package physio.outcomes.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.CanonicalColumns;
import physio.outcomes.ingest.text.RawRecord;
import physio.outcomes.ingest.text.RawRecords;
import physio.outcomes.ingest.text.RefusedFile;

/**
 * One reading of a part of a file, segment by segment: each record is stored, quarantined, found a duplicate, filtered, or of an erased patient.
 *
 * <p>A first reading knows of repeated sessions within a segment only. What shows later, when the keys of all segments lie together,
 * comes as {@link Verdicts}, and the part is read again by them: that is rare, so nothing is held back for it.
 */
public final class PartReading implements Closeable {
    private final PartOfFile place;
    private final SessionSink sink;
    private final @Nullable Verdicts verdicts;
    private final RawRecords records;
    private final int columns;
    private final SessionReader sessions;
    private final SeenSessions seen = new SeenSessions();
    private final Map<Integer, Set<String>> filters = new LinkedHashMap<>();
    private final FileCounts counts = new FileCounts();
    private final FileChecks checks;
    /** Sessions that the sink took in this segment: also in a second reading, in which none are looked for. */
    private int taken;

    private PartReading(Reader reader, RawRecords records) throws RefusedFile {
        IngestRules rules = reader.rules();
        this.place = reader.place();
        this.sink = reader.sink();
        this.verdicts = reader.verdicts().map(Verdicts::inOrder).orElse(null);
        this.records = records;
        this.checks = FileChecks.of(records.header(), rules);
        Header header = Header.check(records.header(), rules.mapping());
        this.columns = header.size();
        this.sessions = new SessionReader(rules, reader.keying(), place.file(), header, checks.counts());
        rules.mapping()
                .where()
                .forEach((name, kept) -> filters.put(header.position(name).orElseThrow(), kept));
    }

    /**
     * What a part is read with.
     *
     * @param sink takes what the part holds; whoever made it closes or discards it
     * @param verdicts what is known of repeated sessions, absent in a first reading
     */
    public record Reader(
            IngestRules rules, Keying keying, PartOfFile place, SessionSink sink, Optional<Verdicts> verdicts) {

        /**
         * Opens the part and checks the file's header.
         *
         * @throws RefusedFile when the file cannot be taken
         */
        public PartReading open() throws RefusedFile {
            RawRecords records = RawRecords.open(
                    place.file().location(), place.part(), rules.mapping().csv());
            try {
                return new PartReading(this, records);
            } catch (RefusedFile | RuntimeException failed) {
                closeAfter(failed, records);
                throw failed;
            }
        }

        private static void closeAfter(Exception failed, RawRecords records) {
            try {
                records.close();
            } catch (IOException second) {
                failed.addSuppressed(second);
            }
        }
    }

    /** Reads on to the end of a segment; false when that is the end of the part. */
    public boolean readSegment() throws RefusedFile {
        taken = 0;
        while (taken < SeenSessions.MOST && !seen.isFull()) {
            Optional<RawRecord> record = records.next();
            if (record.isEmpty()) {
                checkUnchanged();
                checks.end();
                return false;
            }
            read(record.get());
        }
        return true;
    }

    /** The keys of the segment's sessions, by bucket. */
    public List<KeyBlock> takeKeys(int buckets) {
        return seen.take(place.id(), buckets);
    }

    /** What was counted so far. */
    public FileCounts counts() {
        counts.finish(sessions.roundedScores(), records.encoding(), checks);
        return counts;
    }

    private void read(RawRecord record) {
        counts.parsed();
        if (record instanceof RawRecord.Damaged damaged) {
            checks.record(List.of());
            quarantineWhole(record, ReasonCode.of(damaged.damage()));
            return;
        }
        List<String> fields = ((RawRecord.Sound) record).fields();
        checks.record(fields);
        if (fields.size() != columns) {
            quarantineWhole(record, ReasonCode.FIELD_COUNT);
        } else if (isFiltered(fields)) {
            counts.filtered();
        } else {
            readSession(record, fields);
        }
    }

    private void quarantineWhole(RawRecord record, ReasonCode reason) {
        counts.quarantined();
        sink.quarantine(checks.counted(new Finding(record.line(), record.number(), "", reason, null)));
    }

    private void readSession(RawRecord record, List<String> fields) {
        RecordFindings findings = new RecordFindings();
        Session session = sessions.read(fields, record.number(), findings);
        checks.counts().tested(ReasonCode.CONFLICTING_SESSION);
        if (session != null) {
            take(session, record, fields);
        } else {
            quarantine(record, findings, sessions.patientKey(fields, record.number()));
        }
    }

    private void take(Session session, RawRecord record, List<String> fields) {
        if (sessions.isErased(session.patientKey())) {
            counts.erased();
            return;
        }
        switch (fate(session, record, fields)) {
            case KEPT -> {
                counts.stored();
                checks.session(session);
                sink.accept(session);
                taken++;
            }
            case DUPLICATE -> counts.duplicate();
            case CONFLICT -> {
                RecordFindings findings = new RecordFindings();
                findings.add(CanonicalColumns.SESSION_ID, ReasonCode.CONFLICTING_SESSION);
                quarantine(record, findings, session.patientKey());
            }
        }
    }

    private Verdicts.Fate fate(Session session, RawRecord record, List<String> fields) {
        if (verdicts != null) {
            return verdicts.of(record.number());
        }
        return seen.add(session.key(), fields, record.number()) ? Verdicts.Fate.KEPT : Verdicts.Fate.DUPLICATE;
    }

    private void quarantine(RawRecord record, RecordFindings findings, @Nullable Long patient) {
        if (patient != null && sessions.isErased(patient)) {
            counts.erased();
            return;
        }
        counts.quarantined();
        findings.at(record.line(), record.number(), patient)
                .forEach(finding -> sink.quarantine(checks.counted(finding)));
    }

    private boolean isFiltered(List<String> fields) {
        return !filters.isEmpty()
                && filters.entrySet().stream()
                        .anyMatch(filter -> !filter.getValue()
                                .contains(fields.get(filter.getKey()).strip()));
    }

    private void checkUnchanged() throws RefusedFile {
        boolean isSame = place.part().isWhole()
                ? records.digest().equals(place.file().sha256())
                : records.checksum() == place.part().checksum() && hasItsSize(place.file());
        if (!isSame) {
            throw FileOutcome.changed();
        }
    }

    private static boolean hasItsSize(DeliveredFile file) {
        try {
            return file.location().size() == file.bytes();
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
