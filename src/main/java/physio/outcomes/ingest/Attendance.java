package physio.outcomes.ingest;

import java.util.Locale;

/** Whether a booked session took place. */
public enum Attendance {
    ATTENDED,
    CANCELLED,
    DID_NOT_ATTEND;

    /** The code in files and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
