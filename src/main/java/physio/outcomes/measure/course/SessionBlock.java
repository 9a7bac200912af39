package physio.outcomes.measure.course;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Attended sessions of some patients in primitive columns: all of one patient follow each other, by day. Sessions are known by their
 * place, from 0.
 */
public final class SessionBlock implements Serializable {
    /** The score of none. */
    public static final int NO_SCORE = Integer.MIN_VALUE;

    private static final long serialVersionUID = 1L;
    private final int size;
    private final long[] patients;
    private final long[] episodeKeys;
    private final boolean[] hasEpisodeKey;
    private final int[] days;
    private final EnumMap<Attribute, int[]> codes;
    private final int[][] scores;

    private SessionBlock(Builder from) {
        size = from.size;
        patients = Arrays.copyOf(from.patients, size);
        episodeKeys = Arrays.copyOf(from.episodeKeys, size);
        hasEpisodeKey = Arrays.copyOf(from.hasEpisodeKey, size);
        days = Arrays.copyOf(from.days, size);
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
        for (int i = 0; i < size; i++) {
            patients[i] = from.patients[places[i]];
            episodeKeys[i] = from.episodeKeys[places[i]];
            hasEpisodeKey[i] = from.hasEpisodeKey[places[i]];
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
     * The same sessions, all of a patient together and by day.
     *
     * @param least sessions of a block; it ends with the patient that reaches it
     */
    public List<SessionBlock> byPatient(int least) {
        int[] places = new PatientOrder(patients, days).places();
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

    /** Takes sessions one by one. */
    public static final class Builder {
        private int size;
        private long[] patients = new long[64];
        private long[] episodeKeys = new long[64];
        private boolean[] hasEpisodeKey = new boolean[64];
        private int[] days = new int[64];
        private final EnumMap<Attribute, int[]> codes = new EnumMap<>(Attribute.class);
        private final int[][] scores;

        /** For sessions with so many columns of scores. */
        public Builder(int scoreColumns) {
            scores = new int[scoreColumns][0];
            for (Attribute attribute : Attribute.values()) {
                codes.put(attribute, new int[0]);
            }
            extend();
        }

        /** How many sessions there are. */
        public int size() {
            return size;
        }

        /** Begins a session without episode id, code or score. */
        public void add(long patient, int day) {
            room(size + 1);
            patients[size] = patient;
            days[size] = day;
            size++;
        }

        /** The last session's episode id. */
        public void episodeKey(long key) {
            hasEpisodeKey[size - 1] = true;
            episodeKeys[size - 1] = key;
        }

        /** An attribute of the last session. */
        public void code(Attribute attribute, int code) {
            Objects.requireNonNull(codes.get(attribute))[size - 1] = code;
        }

        /** A score of the last session. */
        public void score(int column, int score) {
            scores[column][size - 1] = score;
        }

        /** Adds all sessions of a block with as many columns of scores. */
        public void addAll(SessionBlock block) {
            room(size + block.size);
            System.arraycopy(block.patients, 0, patients, size, block.size);
            System.arraycopy(block.episodeKeys, 0, episodeKeys, size, block.size);
            System.arraycopy(block.hasEpisodeKey, 0, hasEpisodeKey, size, block.size);
            System.arraycopy(block.days, 0, days, size, block.size);
            codes.forEach((attribute, column) ->
                    System.arraycopy(Objects.requireNonNull(block.codes.get(attribute)), 0, column, size, block.size));
            for (int i = 0; i < scores.length; i++) {
                System.arraycopy(block.scores[i], 0, scores[i], size, block.size);
            }
            size += block.size;
        }

        /** The block of all that was added. */
        public SessionBlock build() {
            return new SessionBlock(this);
        }

        private void room(int sessions) {
            if (sessions > days.length) {
                int larger = Math.max(sessions, 2 * days.length);
                patients = Arrays.copyOf(patients, larger);
                episodeKeys = Arrays.copyOf(episodeKeys, larger);
                hasEpisodeKey = Arrays.copyOf(hasEpisodeKey, larger);
                days = Arrays.copyOf(days, larger);
                extend();
            }
        }

        /** Codes and scores as long as the days, nothing in what is new. */
        private void extend() {
            codes.replaceAll((attribute, column) -> extended(column, Vocabulary.MISSING));
            Arrays.setAll(scores, i -> extended(scores[i], NO_SCORE));
        }

        private int[] extended(int[] column, int nothing) {
            int[] larger = Arrays.copyOf(column, days.length);
            Arrays.fill(larger, column.length, larger.length, nothing);
            return larger;
        }
    }
}
