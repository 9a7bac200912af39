package physio.outcomes.compare.sums;

import java.util.ArrayList;
import physio.outcomes.compare.sums.Sample.Kind;

/** Improvement over an episode by the number of sessions before the follow-up: a model a measure, with a line and a parabola. */
final class DoseModels implements GroupModels {
    private static final long serialVersionUID = 1L;
    private final ArrayList<Sample> samples;

    DoseModels(Study study) {
        this.samples = new ArrayList<>(study.samples());
    }

    @Override
    public int size() {
        return 2 * samples.size();
    }

    @Override
    public int columns() {
        return 3;
    }

    @Override
    public boolean isOf(int sample) {
        return samples.get(sample).kind() == Kind.EPISODE;
    }

    @Override
    public void models(AnalysisRow row, Taker taker) {
        long sessions = row.sessionsBefore;
        taker.take(row.sample, row.improvement, 1, sessions, sessions * sessions);
        // The line is a model of its own: its residuals are.
        taker.take(row.sample + samples.size(), row.improvement, 1, sessions, 0);
    }
}
