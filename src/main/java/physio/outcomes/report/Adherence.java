package physio.outcomes.report;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import physio.outcomes.privacy.PublishedRow;
import physio.outcomes.privacy.PublishedTable;

/** The month's rows on how the patients of a clinic, or all, keep coming. */
final class Adherence {
    private final MonthlySubject subject;
    private final String clinic;

    Adherence(MonthlySubject subject, String clinic) {
        this.subject = subject;
        this.clinic = clinic;
    }

    /** Closed episodes; none where none closed. */
    Optional<PublishedRow> closed() {
        return row(subject.tables().closed());
    }

    /** Days between sessions; none where nobody came back. */
    Optional<PublishedRow> intervals() {
        return row(subject.tables().intervals());
    }

    private Optional<PublishedRow> row(PublishedTable table) {
        return table.first(Map.of("clinic_id", clinic, "period", subject.month().toString()));
    }

    /** A median with its quartiles, which a row has unless they are hidden. */
    static String median(PublishedRow row, String of) {
        return row.number(of + "_median").isEmpty()
                ? Words.hidden()
                : Words.brief(row.number(of + "_median")) + Words.bracketed(quartiles(row, of));
    }

    static String quartiles(PublishedRow row, String of) {
        return Texts.say("number.interval", Words.brief(row.number(of + "_q1")), Words.brief(row.number(of + "_q3")));
    }

    /** The share of closed episodes that ended after one session, which a row has unless it is hidden. */
    static String single(PublishedRow closed) {
        OptionalDouble rate = closed.number("single_session_rate");
        return rate.isPresent() ? Words.percent(rate) : Words.hidden();
    }
}
