package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One reading of a file from its header to its end. */
final class FilePass {
    private final IngestRules rules;
    private final SessionReader sessions;
    private final int columns;
    private final SessionSink sink;
    private final Set<SessionKey> condemned;
    private final FileChecks checks;
    private final SeenSessions seen = new SeenSessions();
    private final Map<Integer, Set<String>> filters = new LinkedHashMap<>();
    private final Map<String, Long> halves = new TreeMap<>();
    private long parsed;
    private long stored;
    private long quarantined;
    private long duplicates;
    private long filtered;

    FilePass(
            IngestRules rules,
            SessionReader sessions,
            Header header,
            SessionSink sink,
            Set<SessionKey> condemned,
            FileChecks checks) {
        this.rules = rules;
        this.sessions = sessions;
        this.columns = header.size();
        this.sink = sink;
        this.condemned = condemned;
        this.checks = checks;
        rules.mapping()
                .where()
                .forEach((name, kept) -> filters.put(header.position(name).orElseThrow(), kept));
    }

    void readAll(RawRecords records) throws RefusedFile {
        for (List<String> fields = records.next(); !fields.isEmpty(); fields = records.next()) {
            parsed++;
            checks.record(fields);
            read(fields, records.line());
        }
        checks.end();
    }

    private void read(List<String> fields, long line) {
        if (fields.size() != columns) {
            quarantined++;
            sink.quarantine(checks.counted(new Finding(line, parsed, "", ReasonCode.FIELD_COUNT, null)));
        } else if (isFiltered(fields)) {
            filtered++;
        } else {
            readSession(fields, line);
        }
    }

    private void readSession(List<String> fields, long line) {
        RecordFindings findings = new RecordFindings();
        Session session = sessions.read(fields, parsed, findings);
        checks.counts().tested(ReasonCode.CONFLICTING_SESSION);
        if (session == null) {
            quarantine(fields, line, findings);
        } else if (condemned.contains(session.key())) {
            findings.add("session_id", ReasonCode.CONFLICTING_SESSION);
            quarantine(fields, line, findings);
        } else if (seen.standing(session.key(), fields) == SeenSessions.Standing.DUPLICATE) {
            duplicates++;
        } else {
            stored++;
            countHalves(session);
            checks.session(session);
            sink.accept(session);
        }
    }

    private void quarantine(List<String> fields, long line, RecordFindings findings) {
        quarantined++;
        Long patient = sessions.patientKey(fields, parsed);
        findings.at(line, parsed, patient).forEach(finding -> sink.quarantine(checks.counted(finding)));
    }

    private boolean isFiltered(List<String> fields) {
        return filters.entrySet().stream()
                .anyMatch(filter ->
                        !filter.getValue().contains(fields.get(filter.getKey()).strip()));
    }

    /** Scores after a session without the one before it: stored, but no change can be taken from them. */
    private void countHalves(Session session) {
        int i = 0;
        for (var measure : rules.settings().measures().values()) {
            if (measure.columns().size() == 2
                    && session.scores().get(i) == null
                    && session.scores().get(i + 1) != null) {
                halves.merge(measure.id(), 1L, Long::sum);
            }
            i += measure.columns().size();
        }
    }

    Tally tally() {
        return new Tally(parsed, stored, quarantined, duplicates, filtered);
    }

    Set<SessionKey> conflicting() {
        return seen.conflicting();
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (parsed == 0) {
            warnings.add(new Warning(FileRule.NO_RECORDS, "", "holds a header and no record"));
        }
        halves.forEach((measure, count) -> warnings.add(new Warning(
                FileRule.AFTER_WITHOUT_BEFORE,
                measure,
                count + " records have a score of " + measure + " after the session and none before it")));
        if (sessions.roundedScores() > 0) {
            warnings.add(new Warning(
                    FileRule.ROUNDED_SCORES,
                    "",
                    sessions.roundedScores() + " scores were finer than their resolution and were rounded"));
        }
        warnings.addAll(checks.warnings());
        return warnings;
    }
}
