package physio.outcomes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that has ended.
 *
 * @param seconds from its start to its end
 * @param processorSeconds of all processors together, to the last look before its end; unlike the clock it does not count what
 *     others ran meanwhile
 * @param megabytes the most memory that it and what it started held at once
 * @param output what it printed, errors included
 */
record TimedProcess(double seconds, double processorSeconds, double megabytes, String output) {
    private static final int EVERY_MILLIS = 50;

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException when it fails
     */
    static TimedProcess run(Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile("bench", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        long most = 0;
        Duration busy = Duration.ZERO;
        try {
            while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, kilobytes(process));
                Duration now = busy(process);
                busy = now.compareTo(busy) > 0 ? now : busy;
            }
        } catch (InterruptedException stopped) {
            process.destroy();
            throw new IllegalStateException("The benchmark was stopped", stopped);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String printed = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + printed);
        }
        return new TimedProcess(seconds, busy.toMillis() / 1e3, most / 1024.0, printed);
    }

    /** One after the other. */
    TimedProcess and(TimedProcess next) {
        return new TimedProcess(
                seconds + next.seconds,
                processorSeconds + next.processorSeconds,
                Math.max(megabytes, next.megabytes),
                output + next.output);
    }

    private static Stream<ProcessHandle> all(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static Duration busy(Process process) {
        return all(process)
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long kilobytes(Process process) {
        return all(process).mapToLong(handle -> residentKilobytes(handle.pid())).sum();
    }

    private static long residentKilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
