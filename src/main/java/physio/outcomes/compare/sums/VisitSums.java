package physio.outcomes.compare.sums;

import java.util.ArrayList;
import java.util.Optional;
import physio.outcomes.compare.sums.Sample.Kind;
import physio.outcomes.measure.statistic.ClusteredMean;
import physio.outcomes.measure.sums.ClusteredSums;

/** Mean scores by visit and technique, the baseline the first; and mean improvement by the number of sessions before the follow-up. */
public final class VisitSums implements Sums.OfRows {
    /** More sessions are one group. */
    public static final int MOST_SESSIONS = 13;

    private static final long serialVersionUID = 1L;
    private final ArrayList<Sample> samples;
    private final Layout layout;
    private final ClusteredSums scores = new ClusteredSums(1);
    private final ClusteredSums improvements = new ClusteredSums(1);

    public VisitSums(Study study, Layout layout) {
        this.samples = new ArrayList<>(study.samples());
        this.layout = layout;
    }

    @Override
    public boolean isOf(int sample) {
        Kind kind = samples.get(sample).kind();
        return kind == Kind.EPISODE || kind == Kind.VISIT;
    }

    @Override
    public void take(AnalysisRow row) {
        if (samples.get(row.sample).kind() == Kind.EPISODE) {
            // Under the sample of visits, which the baseline begins.
            scores.add(key(sampleOfVisits(row.sample), row.technique, 0), row.number, row.baseline);
            improvements.add(
                    (long) row.sample * (MOST_SESSIONS + 1) + Math.min(row.sessionsBefore, MOST_SESSIONS),
                    row.number,
                    row.improvement);
        } else {
            scores.add(key(row.sample, row.technique, row.levels[layout.visit()] + 1), row.number, row.followUp);
        }
    }

    private int sampleOfVisits(int sample) {
        return samples.indexOf(new Sample(samples.get(sample).measure(), Kind.VISIT));
    }

    private long key(int sample, int technique, int visit) {
        int visits = layout.factors().get(layout.visit()).size() + 1;
        return ((long) sample * layout.factors().get(0).size() + technique) * visits + visit;
    }

    @Override
    public void endOfPatient() {
        scores.endOfPatient();
        improvements.endOfPatient();
    }

    @Override
    public void merge(Sums other) {
        VisitSums that = (VisitSums) other;
        scores.merge(that.scores);
        improvements.merge(that.improvements);
    }

    /** The scores of a visit, 0 for the baseline and then the visit's level plus 1, in a sample of visits. */
    public Optional<ClusteredMean> scores(int sample, int technique, int visit) {
        return mean(scores, key(sample, technique, visit));
    }

    /** The improvement after so many sessions, {@link #MOST_SESSIONS} for that many and more, in a sample of episodes. */
    public Optional<ClusteredMean> improvement(int sample, int sessions) {
        return mean(improvements, (long) sample * (MOST_SESSIONS + 1) + sessions);
    }

    private static Optional<ClusteredMean> mean(ClusteredSums sums, long key) {
        return sums.patients(key) == 0 ? Optional.empty() : Optional.of(sums.mean(key, 0));
    }
}
