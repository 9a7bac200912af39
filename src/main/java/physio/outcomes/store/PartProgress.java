package physio.outcomes.store;

import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Says how far the reading is, at most every tenth of it and every few seconds; a short run needs no word. */
final class PartProgress extends SparkListener {
    private static final int TENTHS = 10;
    private static final long QUIET_NANOS = 5_000_000_000L;

    private final int parts;
    private final Consumer<String> progress;
    private int ended;
    private long said = System.nanoTime();

    PartProgress(int parts, Consumer<String> progress) {
        this.parts = parts;
        this.progress = progress;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (!task.taskType().equals("ShuffleMapTask") || !task.taskInfo().successful()) {
            return;
        }
        ended++;
        boolean isNextTenth = TENTHS * ended / parts > TENTHS * (ended - 1) / parts;
        if (ended < parts && isNextTenth && System.nanoTime() - said > QUIET_NANOS) {
            said = System.nanoTime();
            progress.accept("Read " + ended + " of " + parts + " parts");
        }
    }
}
