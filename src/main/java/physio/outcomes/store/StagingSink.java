package physio.outcomes.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.Session;
import physio.outcomes.ingest.SessionSink;

/** Writes what a file holds into data files that no table names yet: the driver commits them, or nobody ever sees them. */
final class StagingSink implements SessionSink {
    private final int delivery;
    private final SessionRows rows;
    private final RowWriter sessions;
    private final RowWriter quarantine;
    private Optional<LocalDate> firstDate = Optional.empty();
    private Optional<LocalDate> lastDate = Optional.empty();
    private Optional<StagedPart.Files> files = Optional.empty();

    StagingSink(Table sessionsTable, Table quarantineTable, List<String> scoreColumns, int delivery) {
        this.delivery = delivery;
        this.rows = new SessionRows(sessionsTable.schema(), scoreColumns);
        this.sessions = new RowWriter(sessionsTable, delivery);
        this.quarantine = new RowWriter(quarantineTable, delivery);
    }

    @Override
    public void accept(Session session) {
        sessions.write(rows.row(session, delivery));
        LocalDate date = session.date();
        firstDate = firstDate.filter(first -> !date.isBefore(first)).or(() -> Optional.of(date));
        lastDate = lastDate.filter(last -> !date.isAfter(last)).or(() -> Optional.of(date));
    }

    @Override
    public void quarantine(Finding finding) {
        quarantine.write(SessionRows.row(finding, delivery));
    }

    @Override
    public void discard() {
        sessions.discard();
        quarantine.discard();
    }

    @Override
    public void close() {
        files = Optional.of(new StagedPart.Files(
                sessions.finish(), quarantine.finish(), firstDate.orElse(null), lastDate.orElse(null)));
    }

    /** What was written; only after {@link #close()}. */
    StagedPart.Files files() {
        return files.orElseThrow();
    }
}
