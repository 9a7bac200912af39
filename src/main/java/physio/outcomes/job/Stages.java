package physio.outcomes.job;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a job is doing, how long each stage took and how much heap it had in use at its peak. */
final class Stages {
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    private final Progress progress;
    private final Map<String, Usage> usages = new LinkedHashMap<>();
    private @Nullable String current;
    private long since;

    Stages(Progress progress) {
        this.progress = progress;
    }

    /** What a stage took; of one that came twice, the seconds of both and the higher peak. */
    record Usage(double seconds, long peakHeapBytes) {
        private Usage and(Usage later) {
            return new Usage(seconds + later.seconds, Math.max(peakHeapBytes, later.peakHeapBytes));
        }
    }

    /** A stage begins, and with it the one before ends. */
    void begin(String stage) {
        end();
        current = stage;
        since = System.nanoTime();
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        progress.stage(stage);
    }

    /** Tells how far the current stage is; it goes on. */
    void tell(String step) {
        progress.step(step);
    }

    /** What each stage took, the current one ended. */
    Map<String, Usage> usages() {
        end();
        return usages;
    }

    private void end() {
        if (current != null) {
            double seconds = Math.round((System.nanoTime() - since) / 1e6) / 1e3;
            long peak = HEAP.stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            usages.merge(current, new Usage(seconds, peak), Usage::and);
            current = null;
        }
    }
}
