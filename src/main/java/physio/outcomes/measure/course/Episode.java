package physio.outcomes.measure.course;

import java.util.Arrays;

/**
 * The attended sessions of one patient for one complaint.
 *
 * <p>Baseline is the score of the first day; missing there, it stays missing. Follow-up is the last recorded score of a later day. Of
 * several scores on one day the smallest counts. A score of a patient-level column counts in the leading episode of a day.
 */
public final class Episode {
    private final SessionBlock block;
    private final int offset;
    private final boolean[] isLeading;
    private final Attribution attribution;
    private final int complaintRegion;
    private int[] sessions = new int[4];
    private int count;

    Episode(SessionBlock block, int offset, boolean[] isLeading, Attribution attribution, int complaintRegion) {
        this.block = block;
        this.offset = offset;
        this.isLeading = isLeading;
        this.attribution = attribution;
        this.complaintRegion = complaintRegion;
    }

    void add(int session) {
        if (count == sessions.length) {
            sessions = Arrays.copyOf(sessions, 2 * count);
        }
        sessions[count++] = session;
    }

    int complaintRegion() {
        return complaintRegion;
    }

    int lastSession() {
        return sessions[count - 1];
    }

    /** How many sessions. */
    public int size() {
        return count;
    }

    /** The place in the block of a session, from 0 in the order of days. */
    public int session(int i) {
        return sessions[i];
    }

    /** The block that the sessions are in. */
    public SessionBlock block() {
        return block;
    }

    /** The day of the first session. */
    public int start() {
        return block.day(sessions[0]);
    }

    /** The day of the last session. */
    public int last() {
        return block.day(lastSession());
    }

    /** The first day's session whose attributes are the episode's: of several the first by clinic, region and so on. */
    public int first() {
        int first = sessions[0];
        for (int i = 1; i < count && block.day(sessions[i]) == start(); i++) {
            first = isBefore(sessions[i], first) ? sessions[i] : first;
        }
        return first;
    }

    private boolean isBefore(int session, int other) {
        for (Attribute attribute : Attribute.values()) {
            boolean isAboutThePatient = attribute != Attribute.TECHNIQUE && attribute != Attribute.VISIT;
            int difference = Integer.compare(block.code(attribute, session), block.code(attribute, other));
            if (isAboutThePatient && difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    /** Whether a session's patient-level scores count here. */
    public boolean isLeading(int session) {
        return isLeading[session - offset];
    }

    /** The score of the first day, or {@link SessionBlock#NO_SCORE}. */
    public int baseline(ScoreColumn column) {
        return dayScore(column, 0);
    }

    /** The place, from 0, of the first session on the day of the follow-up; −1 where there is none. */
    public int followUp(ScoreColumn column) {
        int found = -1;
        for (int i = nextDay(0); i < count; i = nextDay(i)) {
            found = dayScore(column, i) == SessionBlock.NO_SCORE ? found : i;
        }
        return found;
    }

    /** The score of one of the sessions where it counts in this episode, else {@link SessionBlock#NO_SCORE}. */
    public int score(ScoreColumn column, int session) {
        return column.isPatientLevel() && !isLeading(session)
                ? SessionBlock.NO_SCORE
                : block.score(column.index(), session);
    }

    /** The smallest score of the day whose first session is at place {@code i}, or {@link SessionBlock#NO_SCORE}. */
    public int dayScore(ScoreColumn column, int i) {
        int smallest = SessionBlock.NO_SCORE;
        for (int j = i; j < nextDay(i); j++) {
            int score = score(column, sessions[j]);
            if (score != SessionBlock.NO_SCORE && (smallest == SessionBlock.NO_SCORE || score < smallest)) {
                smallest = score;
            }
        }
        return smallest;
    }

    /** The place of the first session on a later day than that at {@code i}; the number of sessions when there is none. */
    public int nextDay(int i) {
        int next = i + 1;
        while (next < count && block.day(sessions[next]) == block.day(sessions[i])) {
            next++;
        }
        return next;
    }

    /** The visit's label on the day whose first session is at place {@code i}, the first of several, or {@link Vocabulary#MISSING}. */
    public int dayLabel(int i) {
        int label = Vocabulary.MISSING;
        for (int j = i; j < nextDay(i); j++) {
            int own = block.code(Attribute.VISIT, sessions[j]);
            label = own != Vocabulary.MISSING && (label == Vocabulary.MISSING || own < label) ? own : label;
        }
        return label;
    }

    /** The technique of the sessions before the one at place {@code i}; what comes after a score cannot have caused it. */
    public int techniqueBefore(int i) {
        return attribution.technique(block, sessions, count, block.day(sessions[i]));
    }

    /** The technique of all sessions. */
    public int technique() {
        return attribution.technique(block, sessions, count, Integer.MAX_VALUE);
    }

    /** Whether all sessions before the one at place {@code i} were of one technique. */
    public boolean isSoleBefore(int i) {
        int technique = block.code(Attribute.TECHNIQUE, sessions[0]);
        for (int j = 1; j < i; j++) {
            if (block.code(Attribute.TECHNIQUE, sessions[j]) != technique) {
                return false;
            }
        }
        return technique != attribution.combined();
    }

    /**
     * A column of scores.
     *
     * @param index among the block's columns
     * @param isPatientLevel whether it counts in the leading episode of a day only
     */
    public record ScoreColumn(int index, boolean isPatientLevel) implements java.io.Serializable {}
}
