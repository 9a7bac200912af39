package physio.outcomes.ingest;

/** Takes what a file holds, record by record, until it is closed or discarded. */
public interface SessionSink extends AutoCloseable {

    void accept(Session session);

    void quarantine(Finding finding);

    /** Hears what was counted about the file, also when it is refused; of several readings the last counts. */
    default void checked(FileChecks checks) {}

    /** Forgets all that was taken: the file is read again, or refused. */
    void discard();

    /** Keeps what was taken. */
    @Override
    void close();
}
