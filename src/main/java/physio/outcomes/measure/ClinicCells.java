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

    /** Above the code of any change. */
    private static final long CODES = 1L << 33;

    private final CellKeys keys;
    private final ClusteredSums clustered = new ClusteredSums(4);
    private final LongSums totals = new LongSums(5);
    private final LongSums histograms = new LongSums(1);

    ClinicCells(CellKeys keys) {
        this.keys = keys;
    }

    /** Takes a change; those of a patient follow each other. */
    void take(Change change, int improvement, int threshold) {
        for (long key : keys.of(change)) {
            add(key, change, improvement, threshold);
        }
    }

    private void add(long key, Change change, int improvement, int threshold) {
        long baseline = change.baseline();
        long followUp = change.followUp();
        clustered.add(
                key,
                change.episode(),
                change.steps(),
                improvement >= threshold ? 1 : 0,
                improvement <= -threshold ? 1 : 0,
                change.sessions());
        totals.add(key, change.sessions(), baseline, baseline * baseline, followUp, followUp * followUp);
        histograms.add(Math.addExact(Math.multiplyExact(key, CODES), code(change.steps())), 1);
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
        totals.merge(other.totals);
        histograms.merge(other.histograms);
    }

    /** The cells in their order. */
    List<Cell> cells() {
        Map<Long, Map<Long, Long>> counts = new HashMap<>();
        histograms.forEach((code, count) ->
                counts.computeIfAbsent(code / CODES, key -> new HashMap<>()).put(change(code % CODES), count[0]));
        List<Cell> cells = new ArrayList<>();
        counts.forEach((key, countByChange) -> cells.add(cell(key, Histogram.of(countByChange))));
        cells.sort(Cell.ORDER);
        return cells;
    }

    private Cell cell(long key, Histogram changes) {
        long[] total = totals.of(key);
        long rows = changes.count();
        return new Cell(
                keys.named(key),
                total[0],
                clustered.episodes(key),
                new Moments(rows, BigInteger.valueOf(total[1]), BigInteger.valueOf(total[2])),
                new Moments(rows, BigInteger.valueOf(total[3]), BigInteger.valueOf(total[4])),
                clustered.mean(key, CHANGE),
                clustered.mean(key, IMPROVED),
                clustered.mean(key, DETERIORATED),
                changes,
                clustered.largest(key, SESSIONS));
    }
}
