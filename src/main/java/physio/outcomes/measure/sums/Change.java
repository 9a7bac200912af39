package physio.outcomes.measure.sums;

/**
 * A change between two scores, in whole steps.
 *
 * @param measure its place among the measures
 * @param window immediate or lasting
 * @param episode its number among the patient's, from 1
 * @param clinic the code of the session's clinic, or of the episode's first
 * @param region the code of the body region, likewise; {@code MISSING} where none is recorded
 * @param practitioner the code of the practitioner, likewise
 * @param technique the code of the session's technique, or of the episode's before the follow-up
 * @param day of the session, or of the episode's last one, since 1970-01-01
 * @param sessions behind the change
 */
public record Change(
        int measure,
        Window window,
        int episode,
        int clinic,
        int region,
        int practitioner,
        int technique,
        int day,
        int baseline,
        int followUp,
        int sessions) {

    /** Between which scores. */
    public enum Window {
        /** After − before in one session. */
        SESSION("session"),
        /** Follow-up − baseline of an episode. */
        EPISODE("episode");

        private final String label;

        Window(String label) {
            this.label = label;
        }

        /** The one of a name. */
        public static Window of(String label) {
            return label.equals(SESSION.label) ? SESSION : EPISODE;
        }

        /** Its name in tables. */
        public String label() {
            return label;
        }
    }

    /** Follow-up − baseline. */
    public int steps() {
        return followUp - baseline;
    }
}
