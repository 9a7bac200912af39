package physio.outcomes.measure;

import java.util.ArrayList;
import java.util.List;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.sums.Change;
import physio.outcomes.measure.sums.CourseChanges;
import physio.outcomes.measure.sums.CourseSums;
import physio.outcomes.measure.sums.ResponseThreshold;
import physio.outcomes.measure.sums.ScoredMeasure;

/** The cells of some breakdowns, summed over the same changes. */
final class ChangeSums implements CourseSums<ChangeSums> {
    private static final long serialVersionUID = 1L;
    private final ArrayList<ScoredMeasure> measures;
    private final ArrayList<ResponseThreshold> thresholds;
    private final CourseChanges changes;
    private final ArrayList<ClinicCells> breakdowns;

    /** With the threshold of each measure. */
    ChangeSums(List<ScoredMeasure> measures, List<ResponseThreshold> thresholds, List<CellKeys> breakdowns) {
        this.measures = new ArrayList<>(measures);
        this.thresholds = new ArrayList<>(thresholds);
        this.changes = new CourseChanges(measures);
        this.breakdowns =
                new ArrayList<>(breakdowns.stream().map(ClinicCells::new).toList());
    }

    @Override
    public void take(Course course) {
        breakdowns.forEach(cells -> cells.begin(course.isOfOneClinic()));
        changes.forEach(course, this::take);
        breakdowns.forEach(ClinicCells::endOfPatient);
    }

    private void take(Change change) {
        int improvement = change.steps() * measures.get(change.measure()).polarity();
        int threshold = thresholds.get(change.measure()).steps(change.baseline());
        for (ClinicCells cells : breakdowns) {
            cells.take(change, improvement, threshold);
        }
    }

    @Override
    public void merge(ChangeSums other) {
        for (int i = 0; i < breakdowns.size(); i++) {
            breakdowns.get(i).merge(other.breakdowns.get(i));
        }
    }

    /** The cells of a breakdown, by its place. */
    List<Cell> cells(int breakdown) {
        return breakdowns.get(breakdown).cells();
    }
}
