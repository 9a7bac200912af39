package physio.outcomes.compare.sums;

import java.io.Serializable;

/** Rows of analysis of one kind, of one measure. */
public record Sample(String measure, Kind kind) implements Serializable {

    /** What a row is. */
    public enum Kind {
        /** A session with a score before and after it. */
        SESSION,
        /** The first such session of an episode. */
        FIRST_SESSION,
        /** An episode with baseline and follow-up. */
        EPISODE,
        /** Such an episode that had ended by the last day. */
        CLOSED_EPISODE,
        /** Such an episode with one technique only before its follow-up. */
        SOLE_EPISODE,
        /** A visit after the first of an episode, with its improvement since baseline. */
        VISIT,
        /** An episode with a baseline, with or without a follow-up. */
        BASELINE;

        /** Whether it is of single sessions, and not of episodes. */
        public boolean isOfSessions() {
            return this == SESSION || this == FIRST_SESSION;
        }
    }

    /** Whether it is of all rows of its window, and not of a part of them. */
    public boolean isMain() {
        return kind == Kind.SESSION || kind == Kind.EPISODE;
    }

    /** That of all rows of its window. */
    public Sample main() {
        return new Sample(measure, kind.isOfSessions() ? Kind.SESSION : Kind.EPISODE);
    }

    /** The name of its window in tables. */
    public String window() {
        return kind.isOfSessions() ? "session" : "episode";
    }
}
