package physio.outcomes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What an executor says of its tasks, from a moment on: it runs one at a time. */
final class ExecutorLog {
    private static final String RUNNING = "Executor: Running task";
    private static final String FINISHED = "Executor: Finished task";

    private final ProcessHandle executor;
    private final Path file;
    private final int start;

    /** From what it has said so far. */
    private ExecutorLog(ProcessHandle executor, Path file) throws IOException {
        this.executor = executor;
        this.file = file;
        this.start = Files.exists(file) ? Files.readString(file, UTF_8).length() : 0;
    }

    /** That of a worker's child, which works in a folder of its own; none when it has just ended. */
    static Optional<ExecutorLog> of(ProcessHandle executor) throws IOException {
        try {
            Path folder = Path.of("/proc", Long.toString(executor.pid()), "cwd").toRealPath();
            return Optional.of(new ExecutorLog(executor, folder.resolve("stderr")));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }

    /** Moments of a task at which its executor can be killed. */
    enum Moment {
        START,
        MIDDLE,
        SHUFFLE,
        END
    }

    /** Whether it says that such a moment is now, a middle being anything after a start. */
    boolean isAt(Moment moment) throws IOException {
        String said = said();
        return switch (moment) {
            case START, MIDDLE -> isInTask(said);
            case SHUFFLE -> isInTask(said) && ofTask(said).contains("ShuffleBlockFetcherIterator: ");
            case END -> !isInTask(said) && said.contains(FINISHED);
        };
    }

    private static boolean isInTask(String said) {
        return said.lastIndexOf(RUNNING) > said.lastIndexOf(FINISHED);
    }

    private static String ofTask(String said) {
        return said.substring(said.lastIndexOf(RUNNING));
    }

    ProcessHandle executor() {
        return executor;
    }

    private String said() throws IOException {
        String all = Files.exists(file) ? Files.readString(file, UTF_8) : "";
        return all.substring(Math.min(start, all.length()));
    }

    /** What it said last of its tasks. */
    String last() throws IOException {
        return said().lines()
                .filter(line -> line.contains(" Executor: ") || line.contains(" ShuffleBlockFetcherIterator: "))
                .reduce("", (before, line) -> line.replaceFirst("^\\S+ \\S+ \\S+ ", ""));
    }
}
