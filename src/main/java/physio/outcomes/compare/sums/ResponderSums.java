package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.sums.ClusteredSums;
import physio.outcomes.measure.sums.LongSums;
import physio.outcomes.measure.sums.OwnSums;

/** How many respond by each definition: of those followed up, of all with a baseline, and with those followed up weighted for the others. */
public final class ResponderSums implements Sums.OfRows {
    private static final long serialVersionUID = 1L;

    private final Layout layout;
    private final ArrayList<Sample> samples;
    private final ArrayList<ArrayList<ResponseDefinition>> definitions = new ArrayList<>();
    private final ArrayList<FollowUpModel> models;
    private final Included included;
    private final ArrayList<PatternKeys> keys;
    private final int[] lows;
    private final int most;
    private final ClusteredSums available = new ClusteredSums(1);
    private final ClusteredSums all = new ClusteredSums(1);
    private final OwnSums own = new OwnSums(2);
    private final HashMap<Long, ExactOuterProduct> weighted = new HashMap<>();
    private final LongSums totals = new LongSums(2);

    /**
     * For the samples of a study.
     *
     * @param definitions of each sample's measure
     * @param models of each sample
     */
    public ResponderSums(
            Study study,
            Layout layout,
            Included included,
            PatternSums patterns,
            List<List<ResponseDefinition>> definitions,
            List<FollowUpModel> models) {
        this.layout = layout;
        this.samples = new ArrayList<>(study.samples());
        this.included = included;
        this.keys = new ArrayList<>(patterns.keys());
        this.lows = patterns.lows();
        definitions.forEach(own -> this.definitions.add(new ArrayList<>(own)));
        this.models = new ArrayList<>(models);
        this.most = definitions.stream().mapToInt(List::size).max().orElse(0);
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).kind() == Kind.BASELINE;
    }

    @Override
    public void take(AnalysisRow row) {
        long weight = row.isObserved && included.has(row) ? weight(row) : 0;
        List<ResponseDefinition> own = definitions.get(row.sample);
        for (int d = 0; d < own.size(); d++) {
            if (own.get(d).isCounted(row)) {
                boolean isResponse = row.isObserved && own.get(d).isResponse(row);
                take(key(row.sample, row.technique, d), row, isResponse, weight);
            }
        }
    }

    private void take(long key, AnalysisRow row, boolean isResponse, long weight) {
        all.add(key, row.number, isResponse ? 1 : 0);
        if (row.isObserved) {
            available.add(key, row.number, isResponse ? 1 : 0);
        }
        if (weight > 0) {
            int group = own.group(key);
            own.add(group, 0, isResponse ? weight : 0);
            own.add(group, 1, weight);
        }
    }

    private long weight(AnalysisRow row) {
        long key = keys.get(row.sample).ofLevels(row.levels, row.baseline - lows[row.sample]);
        return models.get(row.sample).weight(row, layout, key);
    }

    private long key(int sample, int technique, int definition) {
        return ((long) sample * layout.factors().get(0).size() + technique) * most + definition;
    }

    @Override
    public void endOfPatient() {
        available.endOfPatient();
        all.endOfPatient();
        for (int group = 0; group < own.count(); group++) {
            long[] sums = own.of(group);
            weighted.computeIfAbsent(own.key(group), none -> new ExactOuterProduct(2))
                    .add(sums);
            totals.add(own.key(group), sums);
        }
        own.clear();
    }

    @Override
    public void merge(Sums other) {
        ResponderSums that = (ResponderSums) other;
        available.merge(that.available);
        all.merge(that.all);
        totals.merge(that.totals);
        that.weighted.forEach((key, sums) -> weighted.merge(key, sums, ExactOuterProduct::plus));
    }

    /** Responders among those followed up; none where nobody was. */
    public Optional<ClusteredMean> available(int sample, int technique, int definition) {
        return mean(available, key(sample, technique, definition));
    }

    /** Responders among all with a baseline; none where nobody had one. */
    public Optional<ClusteredMean> all(int sample, int technique, int definition) {
        return mean(all, key(sample, technique, definition));
    }

    private static Optional<ClusteredMean> mean(ClusteredSums sums, long key) {
        return sums.patients(key) == 0 ? Optional.empty() : Optional.of(sums.mean(key, 0));
    }

    /** Responders of those followed up, each weighing for those who were not. */
    public Optional<WeightedShare> weighted(int sample, int technique, int definition) {
        long key = key(sample, technique, definition);
        ExactOuterProduct sums = weighted.get(key);
        return sums == null ? Optional.empty() : Optional.of(WeightedShare.of(totals.of(key), sums));
    }
}
