package physio.outcomes.measure;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import physio.outcomes.measure.course.Courses;
import physio.outcomes.measure.course.SessionBlock;
import physio.outcomes.measure.sums.CourseSums;

/** A pass over all courses: each partition sums its own, and the parts are merged on the way to the driver. */
final class CoursePass {
    private CoursePass() {}

    /** The same sums, filled. */
    static <S extends CourseSums<S>> S over(String what, JavaRDD<SessionBlock> blocks, Courses rules, S empty) {
        // Spark ships the empty sums with each task, so that no two tasks share them.
        FlatMapFunction<Iterator<SessionBlock>, S> task = part -> {
            part.forEachRemaining(block -> rules.forEach(block, empty::take));
            return List.of(empty).iterator();
        };
        blocks.context().setJobDescription(what);
        // A task a core: each ships sums as large as all of its blocks together, however few they are.
        return blocks.coalesce(blocks.context().defaultParallelism())
                .mapPartitions(task)
                .treeReduce((left, right) -> {
                    left.merge(right);
                    return left;
                });
    }
}
