package physio.outcomes.measure;

import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.sums.Change;
import physio.outcomes.measure.sums.CourseChanges;
import physio.outcomes.measure.sums.ScoredMeasure;

/** The lasting changes that clinics are compared by: of some months, those of clinics' hidden months left out. */
public final class ClinicChanges implements Serializable {
    private static final long serialVersionUID = 1L;
    private final CourseChanges changes;
    private final CellKeys keys;

    ClinicChanges(List<ScoredMeasure> measures, CellKeys keys) {
        this.changes = new CourseChanges(measures);
        this.keys = keys;
    }

    /** Those of a patient, each with its episode. */
    public void forEach(Course course, BiConsumer<Episode, Change> consumer) {
        changes.forEachLasting(course, change -> {
            if (keys.holds(change)) {
                consumer.accept(course.episodes().get(change.episode() - 1), change);
            }
        });
    }
}
