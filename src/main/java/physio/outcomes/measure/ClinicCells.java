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
import physio.outcomes.measure.sums.MarginSums;

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
    private final MarginSums clustered = new MarginSums(4, 4);

    /** Of cells that are no margin, since those of margins are the sums of theirs. */
    private final LongSums histograms = new LongSums(1);

    ClinicCells(CellKeys keys) {
        this.keys = keys;
    }

    /** Begins a patient. */
    void begin(boolean isOfOneClinic) {
        clustered.begin(isOfOneClinic && keys.isOfClinics());
    }

    /** Takes a change; those of a patient follow each other. */
    void take(Change change, int improvement, int threshold) {
        long[] cells = keys.of(change);
        if (cells.length == 0) {
            return;
        }
        long baseline = change.baseline();
        long followUp = change.followUp();
        for (int i = 0; i < cells.length; i += 2) {
            clustered.add(
                    cells[i],
                    cells[i + 1],
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
        ClusteredSums sums = clustered.withMargins(keys::ofAllGroups);
        List<Cell> cells = new ArrayList<>();
        counts.forEach((key, countByChange) -> cells.add(cell(sums, key, Histogram.of(countByChange))));
        cells.sort(Cell.ORDER);
        return cells;
    }

    private static Moments moments(ClusteredSums sums, long key, int total, long rows) {
        return new Moments(
                rows, BigInteger.valueOf(sums.total(key, total)), BigInteger.valueOf(sums.total(key, total + 1)));
    }

    private Cell cell(ClusteredSums sums, long key, Histogram changes) {
        return new Cell(
                keys.named(key),
                sums.sum(key, SESSIONS),
                sums.episodes(key),
                moments(sums, key, BASELINE, changes.count()),
                moments(sums, key, FOLLOW_UP, changes.count()),
                sums.mean(key, CHANGE),
                sums.mean(key, IMPROVED),
                sums.mean(key, DETERIORATED),
                changes,
                sums.largest(key, SESSIONS));
    }
}
