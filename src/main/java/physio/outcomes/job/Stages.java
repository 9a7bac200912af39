package physio.outcomes.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a job is doing and how long each stage took. */
final class Stages {
    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private @Nullable String current;
    private long since;

    Stages(Progress progress) {
        this.progress = progress;
    }

    /** A stage begins, and with it the one before ends. */
    void begin(String stage) {
        end();
        current = stage;
        since = System.nanoTime();
        progress.stage(stage);
    }

    /** Seconds by stage, the current one ended. */
    Map<String, Double> seconds() {
        end();
        return seconds;
    }

    private void end() {
        if (current != null) {
            seconds.merge(current, Math.round((System.nanoTime() - since) / 1e6) / 1e3, Double::sum);
            current = null;
        }
    }
}
