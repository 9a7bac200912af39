package physio.outcomes.measure.course;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of some patients in primitive columns: all of one patient follow each other, those attended first, by day. Sessions are known by
 * their place, from 0.
 */
public final class SessionBlock implements Serializable {
    /** The score of none. */
    public static final int NO_SCORE = Integer.MIN_VALUE;

    /** Marks of a session, which may have several: that the patient did not come. */
    public static final int MISSED = 1;
    /** That something is said of adverse events. */
    public static final int TELLS_OF_EVENTS = 2;
    /** That there was one. */
    public static final int EVENT = 4;

    private static final long serialVersionUID = 1L;
    final int size;
    final long[] patients;
    final long[] episodeKeys;
    final boolean[] hasEpisodeKey;
    final int[] days;
    final byte[] marks;
    final EnumMap<Attribute, int[]> codes;
    final int[][] scores;

    SessionBlock(SessionBlockBuilder from) {
        size = from.size;
        patients = Arrays.copyOf(from.patients, size);
        episodeKeys = Arrays.copyOf(from.episodeKeys, size);
        hasEpisodeKey = Arrays.copyOf(from.hasEpisodeKey, size);
        days = Arrays.copyOf(from.days, size);
        marks = Arrays.copyOf(from.marks, size);
        codes = new EnumMap<>(Attribute.class);
        from.codes.forEach((attribute, column) -> codes.put(attribute, Arrays.copyOf(column, size)));
        scores = Arrays.stream(from.scores)
                .map(column -> Arrays.copyOf(column, size))
                .toArray(int[][]::new);
    }

    /** The same sessions under other codes: of each attribute, the new code of every old one. */
    public SessionBlock recoded(Map<Attribute, int[]> changes) {
        return new SessionBlock(this, changes);
    }

    private SessionBlock(SessionBlock from, Map<Attribute, int[]> changes) {
        size = from.size;
        patients = from.patients;
        episodeKeys = from.episodeKeys;
        hasEpisodeKey = from.hasEpisodeKey;
        days = from.days;
        marks = from.marks;
        scores = from.scores;
        codes = new EnumMap<>(Attribute.class);
        from.codes.forEach((attribute, column) -> codes.put(attribute, recoded(column, changes.get(attribute))));
    }

    private static int[] recoded(int[] column, int @Nullable [] changes) {
        if (changes == null) {
            return column;
        }
        int[] recoded = column.clone();
        Arrays.setAll(recoded, i -> column[i] == Vocabulary.MISSING ? Vocabulary.MISSING : changes[column[i]]);
        return recoded;
    }

    /** The same sessions under other places: first the one that was at {@code places[0]}. */
    private SessionBlock(SessionBlock from, int[] places) {
        size = places.length;
        patients = new long[size];
        episodeKeys = new long[size];
        hasEpisodeKey = new boolean[size];
        marks = new byte[size];
        for (int i = 0; i < size; i++) {
            patients[i] = from.patients[places[i]];
            episodeKeys[i] = from.episodeKeys[places[i]];
            hasEpisodeKey[i] = from.hasEpisodeKey[places[i]];
            marks[i] = from.marks[places[i]];
        }
        days = picked(from.days, places);
        codes = new EnumMap<>(Attribute.class);
        from.codes.forEach((attribute, column) -> codes.put(attribute, picked(column, places)));
        scores =
                Arrays.stream(from.scores).map(column -> picked(column, places)).toArray(int[][]::new);
    }

    private static int[] picked(int[] column, int[] places) {
        int[] picked = new int[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = column[places[i]];
        }
        return picked;
    }

    /**
     * The same sessions, all of a patient together and by day; patients who were there last come first.
     *
     * @param least sessions of a block; it ends with the patient that reaches it
     */
    public List<SessionBlock> byPatient(int least) {
        int[] places = new PatientOrder(patients, days, this::isAttended).places();
        List<SessionBlock> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= size; i++) {
            boolean isEnd = i == size || (i - from >= least && patients[places[i]] != patients[places[i - 1]]);
            if (isEnd) {
                parts.add(new SessionBlock(this, Arrays.copyOfRange(places, from, i)));
                from = i;
            }
        }
        return parts;
    }

    /** How many sessions. */
    public int size() {
        return size;
    }

    long patient(int session) {
        return patients[session];
    }

    boolean hasEpisodeKey(int session) {
        return hasEpisodeKey[session];
    }

    long episodeKey(int session) {
        return episodeKeys[session];
    }

    /** Days since 1970-01-01. */
    public int day(int session) {
        return days[session];
    }

    /** Whether any session is of a day, counted from 1970-01-01, or of a later one. */
    public boolean reaches(int day) {
        return Arrays.stream(days).anyMatch(own -> own >= day);
    }

    /** Whether the patient came. */
    public boolean isAttended(int session) {
        return (marks[session] & MISSED) == 0;
    }

    /** Whether it is said if there was an adverse event. */
    public boolean tellsOfEvents(int session) {
        return (marks[session] & TELLS_OF_EVENTS) != 0;
    }

    /** Whether there was an adverse event. */
    public boolean hasEvent(int session) {
        return (marks[session] & EVENT) != 0;
    }

    /** The code of an attribute, or {@link Vocabulary#MISSING}. */
    public int code(Attribute attribute, int session) {
        int[] column = codes.get(attribute);
        return column == null ? Vocabulary.MISSING : column[session];
    }

    /** A score in whole steps, or {@link #NO_SCORE}; columns are in the order of the measures' columns. */
    public int score(int column, int session) {
        return scores[column][session];
    }

    /** Whether any session has a score in a column. */
    public boolean hasScores(int column) {
        return Arrays.stream(scores[column]).anyMatch(score -> score != NO_SCORE);
    }

    /** The place after the last session of the patient whose first session is at {@code from}. */
    int end(int from) {
        int end = from + 1;
        while (end < size && patients[end] == patients[from]) {
            end++;
        }
        return end;
    }

    /** The place after the last attended session of a patient whose sessions lie between two places. */
    int endOfAttended(int from, int end) {
        int attended = from;
        while (attended < end && isAttended(attended)) {
            attended++;
        }
        return attended;
    }
}
