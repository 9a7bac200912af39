package physio.outcomes.ingest;

import java.util.ArrayList;
import java.util.List;

/** Keeps in memory what a file holds. */
final class ListSink implements SessionSink {
    private final List<Session> sessions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<RuleResult> results = List.of();
    private boolean isClosed;
    private boolean isDiscarded;

    @Override
    public void accept(Session session) {
        sessions.add(session);
    }

    @Override
    public void quarantine(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void discard() {
        isDiscarded = true;
        sessions.clear();
        findings.clear();
    }

    @Override
    public void close() {
        isClosed = true;
    }

    @Override
    public void checked(FileChecks checks) {
        results = checks.results();
    }

    List<RuleResult> results() {
        return results;
    }

    /** Whether it was told to keep what it holds. */
    boolean isClosed() {
        return isClosed;
    }

    /** Whether it was told to forget what it was given. */
    boolean isDiscarded() {
        return isDiscarded;
    }

    List<Session> sessions() {
        return List.copyOf(sessions);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
