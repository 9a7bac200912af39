package physio.outcomes.compare.sums;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import physio.outcomes.measure.course.Course;
import physio.outcomes.measure.course.Episode;
import physio.outcomes.measure.course.SessionBlock;

/** Feeds the rows and courses of blocks to sums. */
public final class Feed {
    private final Study study;
    private final Coding coding;
    private final List<Sums.OfRows> ofRows;

    /** By sample. */
    private final Sums.OfRows[][] takers;

    private final List<Sums.OfCourses> ofCourses;
    private final AnalysisRow row = new AnalysisRow();

    /** For sums that a study's rows, coded, are added to. */
    public Feed(Study study, Coding coding, List<? extends Sums> sums) {
        this.study = study;
        this.coding = coding;
        this.ofRows = of(sums, Sums.OfRows.class).toList();
        this.ofCourses = of(sums, Sums.OfCourses.class).toList();
        this.takers = IntStream.range(0, study.samples().size())
                .mapToObj(sample ->
                        ofRows.stream().filter(own -> own.isOf(sample)).toArray(Sums.OfRows[]::new))
                .toArray(Sums.OfRows[][]::new);
    }

    private static <T> Stream<T> of(List<? extends Sums> sums, Class<T> kind) {
        return sums.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Feeds all patients of a block. */
    public void take(SessionBlock block) {
        study.courses().forEach(block, this::take);
    }

    private void take(Course course) {
        ofCourses.forEach(sums -> sums.take(course));
        if (!ofRows.isEmpty()) {
            study.rows(course, this);
            ofRows.forEach(Sums.OfRows::endOfPatient);
        }
    }

    /** The row to fill, of an episode. */
    AnalysisRow row(Episode episode, int number, int earlier) {
        row.begin(episode, number, earlier);
        return row;
    }

    /** Whether any sums are of a sample. */
    boolean isOf(int sample) {
        return takers[sample].length > 0;
    }

    /** The row is complete, and of a sample. */
    void take(int sample) {
        if (isOf(sample)) {
            row.sample = sample;
            coding.code(row);
            for (Sums.OfRows sums : takers[sample]) {
                sums.take(row);
            }
        }
    }
}
