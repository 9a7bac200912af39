package physio.outcomes.cli;

import java.io.PrintWriter;
import java.util.Locale;
import physio.outcomes.job.Progress;

/** Shows the stage that runs: on a terminal in one line that is written over, otherwise a plain line each. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean isTerminal = Boolean.getBoolean("outcomes.terminal");
    private final long start = System.nanoTime();

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void stage(String what) {
        String time = String.format(Locale.ROOT, "%5.1f s", (System.nanoTime() - start) / 1e9);
        if (isTerminal) {
            out.print(CLEAR_LINE + time + "  " + what + " …");
        } else {
            out.println(time + "  " + what);
        }
        out.flush();
    }

    @Override
    public void close() {
        if (isTerminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
