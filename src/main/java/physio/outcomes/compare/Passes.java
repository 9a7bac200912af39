package physio.outcomes.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import physio.outcomes.compare.sums.Coding;
import physio.outcomes.compare.sums.Feed;
import physio.outcomes.compare.sums.Study;
import physio.outcomes.compare.sums.Sums;
import physio.outcomes.measure.course.SessionBlock;

/** Passes over the blocks of sessions: each partition sums its own, and the parts are merged on the way to the driver. */
final class Passes {
    private final JavaRDD<SessionBlock> blocks;
    private final int cores;
    private final Study study;

    Passes(JavaRDD<SessionBlock> blocks, Study study) {
        this.blocks = blocks;
        this.cores = blocks.context().defaultParallelism();
        this.study = study;
    }

    /** The same sums, filled. */
    List<Sums> over(String what, Coding coding, Sums... empty) {
        Study own = study;
        ArrayList<Sums> sums = new ArrayList<>(List.of(empty));
        // Spark ships the empty sums with each task, so that no two tasks share them.
        FlatMapFunction<Iterator<SessionBlock>, List<Sums>> task = part -> {
            Feed feed = new Feed(own, coding, sums);
            part.forEachRemaining(feed::take);
            return List.<List<Sums>>of(sums).iterator();
        };
        blocks.context().setJobDescription(what);
        // A task a core: each ships sums as large as all of its blocks together, however few they are.
        return blocks.coalesce(cores).mapPartitions(task).treeReduce(Passes::merged);
    }

    private static List<Sums> merged(List<Sums> left, List<Sums> right) {
        for (int i = 0; i < left.size(); i++) {
            left.get(i).merge(right.get(i));
        }
        return left;
    }
}
