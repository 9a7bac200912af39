package physio.outcomes.store;

import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Says how far the reading is, about every tenth of it; a run of few parts is short and needs no word. */
final class PartProgress extends SparkListener {
    private static final int FEW = 10;

    private final int parts;
    private final Consumer<String> progress;
    private int ended;

    PartProgress(int parts, Consumer<String> progress) {
        this.parts = parts;
        this.progress = progress;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (parts <= FEW
                || !task.taskType().equals("ShuffleMapTask")
                || !task.taskInfo().successful()) {
            return;
        }
        ended++;
        if (ended < parts && FEW * ended / parts > FEW * (ended - 1) / parts) {
            progress.accept("Read " + ended + " of " + parts + " parts");
        }
    }
}
