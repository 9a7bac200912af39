package physio.outcomes.domain;

/** How a command ends, as a shell sees it. */
public enum ExitCode {
    /** Done; a quarantine within its limit is part of that. */
    DONE(0),
    /** A fault of this program; its stack trace is in the log. */
    BUG(1),
    /** A wrong command line or setting. */
    USAGE(2),
    /** A file was refused; the others went in. */
    FILE_REFUSED(3),
    /** The store or the machine failed: full, read-only, damaged or newer. */
    STORE_FAILED(4),
    /** Another run holds the store. */
    STORE_BUSY(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
