package physio.outcomes.cli;

import java.io.PrintWriter;
import java.util.Locale;
import physio.outcomes.job.Progress;

/** Shows the stage that runs: on a terminal in one line that is written over, otherwise a plain line each. */
final class ConsoleProgress implements Progress, AutoCloseable {
    /** Between plain lines that only tell how far a stage is. */
    private static final long QUIET_NANOS = 5_000_000_000L;

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean isTerminal = Boolean.getBoolean("outcomes.terminal");
    private final long start = System.nanoTime();
    private long told = start;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void stage(String what) {
        told = System.nanoTime();
        String time = String.format(Locale.ROOT, "%5.1f s", (told - start) / 1e9);
        if (isTerminal) {
            out.print(CLEAR_LINE + time + "  " + what + " …");
        } else {
            out.println(time + "  " + what);
        }
        out.flush();
    }

    @Override
    public void step(String what) {
        if (isTerminal || System.nanoTime() - told > QUIET_NANOS) {
            stage(what);
        }
    }

    @Override
    public void close() {
        if (isTerminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
