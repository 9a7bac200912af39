package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import physio.outcomes.catalogue.Settings.Cluster;
import physio.outcomes.measure.course.Attribute;

/**
 * What weighted differences need of the rows: the squared sums of influence over clusters, and how what is not in the model is spread
 * over the arms with and without weights.
 */
public final class WeightingSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final Cluster cluster;
    private final ArrayList<Weighting> weightings;
    private final ArrayList<PatternKeys> keys;
    private final int[] lows;
    private final int[][] ofSample;
    private final long[] own;
    private final boolean[] hasRows;
    private final ArrayList<ExactOuterProduct> squares = new ArrayList<>();
    private final ArrayList<HashMap<Integer, long[]>> byClinic = new ArrayList<>();
    private final ArrayList<HashMap<Integer, long[]>> clinics = new ArrayList<>();
    private final long[][] earlier;

    /** For weightings of a study's samples, whose patterns are numbered as {@code patterns} numbers them. */
    public WeightingSums(
            Study study, Layout layout, PatternSums patterns, Cluster cluster, List<Weighting> weightings) {
        this.layout = layout;
        this.cluster = cluster;
        this.weightings = new ArrayList<>(weightings);
        this.keys = new ArrayList<>(patterns.keys());
        this.lows = patterns.lows();
        ofSample = new int[study.samples().size()][];
        Arrays.setAll(
                ofSample,
                sample -> IntStream.range(0, weightings.size())
                        .filter(w -> weightings.get(w).sample() == sample)
                        .toArray());
        own = new long[weightings.size()];
        hasRows = new boolean[own.length];
        earlier = new long[own.length][8];
        for (int w = 0; w < own.length; w++) {
            squares.add(new ExactOuterProduct(1));
            byClinic.add(new HashMap<>());
            clinics.add(new HashMap<>());
        }
    }

    @Override
    public boolean isOf(int sample) {
        return ofSample[sample].length > 0;
    }

    @Override
    public void take(AnalysisRow row) {
        for (int w : ofSample[row.sample]) {
            Weighting weighting = weightings.get(w);
            if (weighting.isOf(row)) {
                long key = keys.get(row.sample).ofCaseMix(row.levels, row.baseline - lows[row.sample]);
                if (weighting.isRemoved(key)) {
                    addBalance(w, weighting, row, 0);
                } else {
                    double score = weighting.score(row, layout);
                    addInfluence(w, row, weighting.influence(row, score, layout));
                    addBalance(w, weighting, row, weighting.weight(row, score));
                }
            }
        }
    }

    private void addInfluence(int w, AnalysisRow row, long influence) {
        if (cluster == Cluster.PATIENT) {
            own[w] += influence;
            hasRows[w] = true;
        } else {
            byClinic.get(w).computeIfAbsent(row.code(Attribute.CLINIC), code -> new long[1])[0] += influence;
        }
    }

    /** A row without weight still counts before weighting. */
    private void addBalance(int w, Weighting weighting, AnalysisRow row, double share) {
        long weight = (long) Math.rint(Math.scalb(share, Weighting.WEIGHT_HALVINGS));
        int arm = weighting.isTechnique(row) ? 0 : 2;
        long[] here = clinics.get(w).computeIfAbsent(row.code(Attribute.CLINIC), code -> new long[4]);
        here[arm]++;
        here[arm + 1] += weight;
        long[] sums = earlier[w];
        long count = row.earlier;
        sums[2 * arm]++;
        sums[2 * arm + 1] += count;
        sums[2 * arm + 2] += count * count;
        sums[2 * arm + 3] += count * weight;
    }

    @Override
    public void endOfPatient() {
        for (int w = 0; w < own.length; w++) {
            if (hasRows[w]) {
                squares.get(w).add(new long[] {own[w]});
                own[w] = 0;
                hasRows[w] = false;
            }
        }
    }

    @Override
    public void merge(Sums other) {
        WeightingSums that = (WeightingSums) other;
        for (int w = 0; w < own.length; w++) {
            squares.get(w).plus(that.squares.get(w));
            ExactSums.merge(byClinic.get(w), that.byClinic.get(w));
            ExactSums.merge(clinics.get(w), that.clinics.get(w));
            ExactSums.add(earlier[w], that.earlier[w]);
        }
    }

    /** How many clusters the rows of a weighting are in. */
    public long clusters(int weighting) {
        return summed(weighting).vectors();
    }

    /** Σ of squared influence over clusters, in steps squared. */
    public double squaredInfluence(int weighting) {
        return summed(weighting)
                .matrix(new int[] {0}, 2 * weightings.get(weighting).halvings())[0][0];
    }

    private ExactOuterProduct summed(int weighting) {
        if (cluster == Cluster.PATIENT) {
            return squares.get(weighting);
        }
        ExactOuterProduct sum = new ExactOuterProduct(1);
        byClinic.get(weighting).values().forEach(sum::add);
        return sum;
    }

    /** By clinic: rows and whole weights of the technique, rows and whole weights of the reference. */
    public Map<Integer, long[]> clinics(int weighting) {
        return new TreeMap<>(clinics.get(weighting));
    }

    /** Rows, Σ, Σ of squares and whole weighted Σ of the number of earlier episodes: of the technique, then of the reference. */
    public long[] earlier(int weighting) {
        return earlier[weighting].clone();
    }
}
