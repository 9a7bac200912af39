package physio.outcomes.store;

import java.time.LocalDate;
import java.util.List;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;
import physio.outcomes.ingest.Finding;
import physio.outcomes.ingest.Session;
import physio.outcomes.ingest.SessionSink;

/** Writes what a part of a file holds into data files that no table names yet: the driver commits them, or nobody ever sees them. */
final class StagingSink implements SessionSink {
    private final Table sessionsTable;
    private final Table quarantineTable;
    private final int delivery;
    private final SessionRows rows;
    private RowWriter sessions;
    private RowWriter quarantine;
    private @Nullable LocalDate firstDate;
    private @Nullable LocalDate lastDate;
    private StagedPart.Files files = StagedPart.Files.NONE;

    StagingSink(Table sessionsTable, Table quarantineTable, List<String> scoreColumns, int delivery) {
        this.sessionsTable = sessionsTable;
        this.quarantineTable = quarantineTable;
        this.delivery = delivery;
        this.rows = new SessionRows(sessionsTable.schema(), scoreColumns);
        this.sessions = new RowWriter(sessionsTable, delivery);
        this.quarantine = new RowWriter(quarantineTable, delivery);
    }

    @Override
    public void accept(Session session) {
        sessions.write(rows.row(session, delivery));
        LocalDate date = session.date();
        if (firstDate == null || date.isBefore(firstDate)) {
            firstDate = date;
        }
        if (lastDate == null || date.isAfter(lastDate)) {
            lastDate = date;
        }
    }

    @Override
    public void quarantine(Finding finding) {
        quarantine.write(SessionRows.row(finding, delivery));
    }

    /** Finishes the files that are open, one a month, before they fill the memory. */
    void endSegment() {
        close();
        sessions = new RowWriter(sessionsTable, delivery);
        quarantine = new RowWriter(quarantineTable, delivery);
    }

    @Override
    public void discard() {
        sessions.discard();
        quarantine.discard();
        files.locations().forEach(sessionsTable.io()::deleteFile);
    }

    @Override
    public void close() {
        files = files.and(new StagedPart.Files(sessions.finish(), quarantine.finish(), firstDate, lastDate));
    }

    /** What was written; only after {@link #close()}. */
    StagedPart.Files files() {
        return files;
    }
}
