package physio.outcomes.measure.course;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Objects;

/** Takes the sessions of a {@link SessionBlock} one by one. */
public final class SessionBlockBuilder {
    int size;
    long[] patients = new long[64];
    long[] episodeKeys = new long[64];
    boolean[] hasEpisodeKey = new boolean[64];
    int[] days = new int[64];
    byte[] marks = new byte[64];
    final EnumMap<Attribute, int[]> codes = new EnumMap<>(Attribute.class);
    final int[][] scores;

    /** For sessions with so many columns of scores. */
    public SessionBlockBuilder(int scoreColumns) {
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

    /** Begins an attended session without episode id, code or score. */
    public void add(long patient, int day) {
        room(size + 1);
        patients[size] = patient;
        days[size] = day;
        size++;
    }

    /** The last session's marks. */
    public void mark(int marksOfSession) {
        marks[size - 1] = (byte) marksOfSession;
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
        System.arraycopy(block.marks, 0, marks, size, block.size);
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
            marks = Arrays.copyOf(marks, larger);
            extend();
        }
    }

    /** Codes and scores as long as the days, nothing in what is new. */
    private void extend() {
        codes.replaceAll((attribute, column) -> extended(column, Vocabulary.MISSING));
        Arrays.setAll(scores, i -> extended(scores[i], SessionBlock.NO_SCORE));
    }

    private int[] extended(int[] column, int nothing) {
        int[] larger = Arrays.copyOf(column, days.length);
        Arrays.fill(larger, column.length, larger.length, nothing);
        return larger;
    }
}
