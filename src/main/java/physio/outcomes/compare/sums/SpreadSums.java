package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.sums.ClusteredSums;

/** How improvement over the episode is spread: episodes and patients by bin, the outermost bins open. */
public final class SpreadSums implements Sums.OfRows {
    /** How many bins; those of no change begin at {@link #ZERO}. */
    public static final int BINS = 10;
    /** The bin from 0 on. */
    public static final int ZERO = 3;

    private static final long serialVersionUID = 1L;
    private final ArrayList<Sample> samples;
    private final int techniques;
    private final int[] widths;
    private final ClusteredSums sums = new ClusteredSums(0);

    /** With bins of so many steps in each sample. */
    public SpreadSums(Study study, Layout layout, List<Integer> widths) {
        this.samples = new ArrayList<>(study.samples());
        this.techniques = layout.factors().get(0).size();
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).kind() == Kind.EPISODE;
    }

    @Override
    public void take(AnalysisRow row) {
        int bin = ZERO + Math.floorDiv(row.improvement, widths[row.sample]);
        int within = Math.max(0, Math.min(BINS - 1, bin));
        sums.add(key(row.sample, row.technique, within), row.number);
        sums.add(key(row.sample, techniques, within), row.number);
        sums.add(key(row.sample, row.technique, BINS), row.number);
        sums.add(key(row.sample, techniques, BINS), row.number);
    }

    @Override
    public void endOfPatient() {
        sums.endOfPatient();
    }

    @Override
    public void merge(Sums other) {
        sums.merge(((SpreadSums) other).sums);
    }

    private long key(int sample, int technique, int bin) {
        return ((long) sample * (techniques + 1) + technique) * (BINS + 1) + bin;
    }

    /** Steps of a bin in a sample. */
    public int width(int sample) {
        return widths[sample];
    }

    /** Distinct patients in a bin; {@code technique} may be the number of techniques, for all. */
    public long patients(int sample, int technique, int bin) {
        return sums.patients(key(sample, technique, bin));
    }

    /** Distinct patients in any bin. */
    public long patients(int sample, int technique) {
        return sums.patients(key(sample, technique, BINS));
    }

    /** Episodes in a bin. */
    public long episodes(int sample, int technique, int bin) {
        return sums.episodes(key(sample, technique, bin));
    }
}
