package physio.outcomes.ingest;

/** Stops the reading of a file that cannot be taken; the message is one sentence for the user. */
final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFile(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
