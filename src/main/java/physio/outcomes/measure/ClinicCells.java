package physio.outcomes.measure;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Moments;
import physio.outcomes.measure.sums.Change;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.LongSums;

/** Sums changes into {@link Cell}s of each clinic, technique and period, and of the margins over clinics and techniques. */
final class ClinicCells implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CHANGE = 0;
    private static final int IMPROVED = 1;
    private static final int DETERIORATED = 2;
    private static final int SESSIONS = 3;
    private static final int BASELINE = 0;
    private static final int FOLLOW_UP = 2;

    /** Above the code of any change. */
    private static final long CODES = 1L << 33;

    private final CellKeys keys;
    /** The totals: baselines and follow-ups, with their squares. */
    private final ClusteredSums clustered = new ClusteredSums(4, 4);

    /** Of cells that are no margin, since those of margins are the sums of theirs. */
    private final LongSums histograms = new LongSums(1);

    ClinicCells(CellKeys keys) {
        this.keys = keys;
    }

    /** Takes a change; those of a patient follow each other. */
    void take(Change change, int improvement, int threshold) {
        long[] cells = keys.of(change);
        if (cells.length == 0) {
            return;
        }
        long baseline = change.baseline();
        long followUp = change.followUp();
        for (long key : cells) {
            clustered.add(
                    key,
                    change.episode(),
                    change.steps(),
                    improvement >= threshold ? 1 : 0,
                    improvement <= -threshold ? 1 : 0,
                    change.sessions(),
                    baseline,
                    baseline * baseline,
                    followUp,
                    followUp * followUp);
        }
        histograms.add(Math.addExact(Math.multiplyExact(cells[0], CODES), code(change.steps())), 1);
    }

    /** Keys are not negative: a change takes the even numbers up, the odd ones down. */
    private static long code(long change) {
        return change >= 0 ? 2 * change : -2 * change - 1;
    }

    private static long change(long code) {
        return code % 2 == 0 ? code / 2 : -(code + 1) / 2;
    }

    void endOfPatient() {
        clustered.endOfPatient();
    }

    void merge(ClinicCells other) {
        clustered.merge(other.clustered);
        histograms.merge(other.histograms);
    }

    /** The cells in their order. */
    List<Cell> cells() {
        Map<Long, Map<Long, Long>> counts = new HashMap<>();
        histograms.forEach((code, count) -> {
            for (long key : keys.withMargins(code / CODES)) {
                counts.computeIfAbsent(key, cell -> new HashMap<>()).merge(change(code % CODES), count[0], Long::sum);
            }
        });
        List<Cell> cells = new ArrayList<>();
        counts.forEach((key, countByChange) -> cells.add(cell(key, Histogram.of(countByChange))));
        cells.sort(Cell.ORDER);
        return cells;
    }

    private Moments moments(long key, int total, long rows) {
        return new Moments(
                rows,
                BigInteger.valueOf(clustered.total(key, total)),
                BigInteger.valueOf(clustered.total(key, total + 1)));
    }

    private Cell cell(long key, Histogram changes) {
        return new Cell(
                keys.named(key),
                clustered.sum(key, SESSIONS),
                clustered.episodes(key),
                moments(key, BASELINE, changes.count()),
                moments(key, FOLLOW_UP, changes.count()),
                clustered.mean(key, CHANGE),
                clustered.mean(key, IMPROVED),
                clustered.mean(key, DETERIORATED),
                changes,
                clustered.largest(key, SESSIONS));
    }
}
