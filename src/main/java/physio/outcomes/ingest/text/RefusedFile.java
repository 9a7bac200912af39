package physio.outcomes.ingest.text;

/** Stops the reading of a file that cannot be taken; the message is one sentence for the user, without the file's name at its head. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedFile(String sentence) {
        super(sentence);
    }

    /** Refuses a file that is not there or may not be read. */
    public static RefusedFile unreadable() {
        return new RefusedFile("cannot be read; check that it is there and readable.");
    }

    /** What is wrong with the file and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
