package physio.outcomes.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What the tasks of each kind of stage read and wrote, as Spark tells it. */
final class TaskSizes extends SparkListener {
    private final Map<Integer, String> names = new TreeMap<>();
    private final Map<Integer, Integer> tasks = new TreeMap<>();
    private final Map<Integer, Stage> stages = new TreeMap<>();

    /**
     * A stage, or the largest of several of a kind.
     *
     * @param read bytes of files, of what is kept in memory, and of shuffles
     * @param largest what the task that read most of it did
     * @param written to shuffles
     * @param results that went to the driver
     */
    record Stage(int tasks, long read, long largest, long written, long results) {
        Stage and(TaskMetrics task) {
            long own = task.inputMetrics().bytesRead()
                    + task.shuffleReadMetrics().localBytesRead()
                    + task.shuffleReadMetrics().remoteBytesRead();
            return new Stage(
                    tasks,
                    read + own,
                    Math.max(largest, own),
                    written + task.shuffleWriteMetrics().bytesWritten(),
                    results + task.resultSize());
        }

        String perSession(long sessions) {
            return String.format(
                    Locale.ROOT,
                    "%4d tasks; bytes a session: read %7.2f, shuffled %6.2f; bytes: largest task %,12d, results %,10d",
                    tasks,
                    (double) read / sessions,
                    (double) written / sessions,
                    largest,
                    results);
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        Properties properties = submitted.properties();
        String job = properties == null ? "" : properties.getProperty("spark.job.description", "");
        int id = submitted.stageInfo().stageId();
        names.put(
                id, job.replaceAll("\\d+", "n") + " / " + submitted.stageInfo().name());
        tasks.put(id, submitted.stageInfo().numTasks());
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd ended) {
        int id = ended.stageId();
        Stage known = stages.getOrDefault(id, new Stage(tasks.getOrDefault(id, 0), 0, 0, 0, 0));
        stages.put(id, known.and(ended.taskMetrics()));
    }

    /** By what a stage does: of several the one that read most. */
    synchronized Map<String, Stage> largest() {
        Map<String, Stage> largest = new TreeMap<>();
        stages.forEach((id, stage) -> largest.merge(
                names.getOrDefault(id, ""), stage, (one, other) -> one.read() >= other.read() ? one : other));
        return largest;
    }
}
