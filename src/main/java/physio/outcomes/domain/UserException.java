package physio.outcomes.domain;

/** A mistake the user can mend: one sentence that says what, where and what to do, and no value of a record. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public UserException(ExitCode exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** A wrong command line or setting. */
    public static UserException usage(String sentence) {
        return new UserException(ExitCode.USAGE, sentence);
    }

    /** A store or machine that cannot do its work. */
    public static UserException store(String sentence) {
        return new UserException(ExitCode.STORE_FAILED, sentence);
    }
}
