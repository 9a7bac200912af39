package physio.outcomes.compare.sums;

import java.util.Arrays;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;

/** How many episodes and patients are left at each step from those studied to those compared, by measure. */
public final class FlowSums implements Sums.OfCourses {
    /** The steps: all studied, with a baseline, followed up too, with one technique, in an arm that is compared. */
    public static final int STEPS = 5;

    private static final long serialVersionUID = 1L;
    private final Study study;
    private final boolean[][] isTechnique;
    private final boolean[][] isCompared;
    private final long[][] counts;

    /**
     * By measure and technique.
     *
     * @param isTechnique whether a level is one technique
     * @param isCompared whether its arm is compared
     */
    public FlowSums(Study study, boolean[][] isTechnique, boolean[][] isCompared) {
        this.study = study;
        this.isTechnique = isTechnique.clone();
        this.isCompared = isCompared.clone();
        this.counts = new long[study.scores().size()][2 * STEPS];
    }

    @Override
    public void take(Course course) {
        for (int m = 0; m < counts.length; m++) {
            int furthest = -1;
            for (Episode episode : course.episodes()) {
                if (study.isStudied(episode)) {
                    int reached = reached(episode, m);
                    for (int step = 0; step <= reached; step++) {
                        counts[m][step]++;
                    }
                    furthest = Math.max(furthest, reached);
                }
            }
            for (int step = 0; step <= furthest; step++) {
                counts[m][STEPS + step]++;
            }
        }
    }

    private int reached(Episode episode, int measure) {
        var column = study.scores().get(measure).lasting();
        if (episode.baseline(column) == SessionBlock.NO_SCORE) {
            return 0;
        }
        int at = episode.followUp(column);
        if (at < 0) {
            return 1;
        }
        int technique = episode.techniqueBefore(at);
        return !isTechnique[measure][technique] ? 2 : !isCompared[measure][technique] ? 3 : 4;
    }

    @Override
    public void merge(Sums other) {
        FlowSums that = (FlowSums) other;
        for (int m = 0; m < counts.length; m++) {
            long[] own = counts[m];
            long[] more = that.counts[m];
            Arrays.setAll(own, i -> Math.addExact(own[i], more[i]));
        }
    }

    /** Episodes at a step. */
    public long episodes(int measure, int step) {
        return counts[measure][step];
    }

    /** Distinct patients at a step. */
    public long patients(int measure, int step) {
        return counts[measure][STEPS + step];
    }
}
