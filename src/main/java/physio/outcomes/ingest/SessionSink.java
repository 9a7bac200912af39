package physio.outcomes.ingest;

/** Takes what a file holds, record by record, until it is closed or discarded. */
public interface SessionSink extends AutoCloseable {

    void accept(Session session);

    void quarantine(Finding finding);

    /** Forgets all that was taken: the file is read again, or refused. */
    void discard();

    /** Keeps what was taken. */
    @Override
    void close();
}
