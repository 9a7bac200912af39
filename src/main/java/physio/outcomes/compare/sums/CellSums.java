package physio.outcomes.compare.sums;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import physio.outcomes.measure.Cell;
import physio.outcomes.measure.statistic.Histogram;
import physio.outcomes.measure.statistic.Moments;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.LongSums;
import physio.outcomes.measure.sums.ResponseThreshold;

/** All that is told about the changes of each technique, and of all together, in the samples of sessions and of episodes. */
public final class CellSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;
    private static final int CHANGE = 0;
    private static final int IMPROVED = 1;
    private static final int DETERIORATED = 2;
    private static final int SESSIONS = 3;

    private final ArrayList<Sample> samples;
    private final ArrayList<ResponseThreshold> thresholds;
    private final int techniques;
    private final ClusteredSums clustered = new ClusteredSums(4);
    private final LongSums totals = new LongSums(6);
    private final ArrayList<LongSums> histograms = new ArrayList<>();

    /**
     * For the samples of a study.
     *
     * @param thresholds of each sample's measure
     */
    public CellSums(Study study, Layout layout, List<ResponseThreshold> thresholds) {
        this.samples = new ArrayList<>(study.samples());
        this.thresholds = new ArrayList<>(thresholds);
        this.techniques = layout.factors().get(0).size();
        for (int i = 0; i < samples.size() * (techniques + 1); i++) {
            histograms.add(new LongSums(1));
        }
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).isMain();
    }

    @Override
    public void take(AnalysisRow row) {
        long base = (long) row.sample * (techniques + 1);
        add(base + row.technique, row);
        add(base + techniques, row);
    }

    private void add(long key, AnalysisRow row) {
        long change = (long) row.followUp - row.baseline;
        long baseline = row.baseline;
        long followUp = row.followUp;
        int threshold = thresholds.get(row.sample).steps(row.baseline);
        clustered.add(
                key,
                row.number,
                change,
                row.improvement >= threshold ? 1 : 0,
                row.improvement <= -threshold ? 1 : 0,
                row.sessions);
        totals.add(key, row.sessions, baseline, baseline * baseline, followUp, followUp * followUp, 1);
        // Keys are not negative: a change takes the even numbers up, the odd ones down.
        histograms.get((int) key).add(change >= 0 ? 2 * change : -2 * change - 1, 1);
    }

    @Override
    public void endOfPatient() {
        clustered.endOfPatient();
    }

    @Override
    public void merge(Sums other) {
        CellSums that = (CellSums) other;
        clustered.merge(that.clustered);
        totals.merge(that.totals);
        for (int i = 0; i < histograms.size(); i++) {
            histograms.get(i).merge(that.histograms.get(i));
        }
    }

    /** The cells, those of all techniques included, in the order of samples. */
    public List<Cell> cells(String period, Layout layout) {
        List<Cell> cells = new ArrayList<>();
        clustered.forEachKey(key -> {
            Sample sample = samples.get((int) (key / (techniques + 1)));
            int technique = (int) (key % (techniques + 1));
            String name = technique == techniques
                    ? Cell.ALL
                    : layout.factors().get(0).levels().get(technique);
            cells.add(cell(key, new Cell.Key(period, Cell.ALL, sample.measure(), sample.window(), name)));
        });
        return cells;
    }

    private Cell cell(long key, Cell.Key named) {
        long[] total = totals.of(key);
        return new Cell(
                named,
                total[0],
                clustered.episodes(key),
                new Moments(total[5], BigInteger.valueOf(total[1]), BigInteger.valueOf(total[2])),
                new Moments(total[5], BigInteger.valueOf(total[3]), BigInteger.valueOf(total[4])),
                clustered.mean(key, CHANGE),
                clustered.mean(key, IMPROVED),
                clustered.mean(key, DETERIORATED),
                histogram((int) key),
                clustered.largest(key, SESSIONS));
    }

    private Histogram histogram(int key) {
        Map<Long, Long> counts = new HashMap<>();
        histograms.get(key).forEach((code, count) -> counts.put(code % 2 == 0 ? code / 2 : -(code + 1) / 2, count[0]));
        return Histogram.of(counts);
    }
}
