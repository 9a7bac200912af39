package physio.outcomes.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java program of the test class path in a process of its own. It says that it is ready, and goes on when it is told to. */
public final class JavaProcess implements AutoCloseable {
    private static final String READY = "ready";
    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final BufferedReader output;
    private boolean isReady;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the main method of a class, with the options of this Java machine that open packages and set properties. */
    public static JavaProcess start(Class<?> main, String... arguments) {
        return start(List.of("-cp", System.getProperty("java.class.path")), main, arguments);
    }

    /** The same with options of its own, the class path among them. */
    static JavaProcess start(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens")
                        || option.startsWith("--sun-misc")
                        || option.startsWith("-Djava.awt")
                        || option.startsWith("-Dfile.encoding")
                        || option.startsWith("-Djdk"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-XX:-UsePerfData");
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            return new JavaProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Says that this process, which {@link #start} has made, is ready, and waits; false when it is to end. */
    public static boolean awaitGo() throws IOException {
        System.out.println(READY);
        return System.in.read() >= 0;
    }

    /** Waits until it is ready. */
    public JavaProcess awaitReady() {
        List<String> before = isReady ? List.of() : linesUntilReady();
        if (!isReady) {
            throw new IllegalStateException("A process did not get ready: " + before);
        }
        return this;
    }

    /** What it prints until it is ready again or has ended. */
    List<String> linesUntilReady() {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(READY)) {
                    isReady = true;
                    break;
                }
                lines.add(line);
            }
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets it go on. */
    public JavaProcess go() {
        isReady = false;
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * How it ended.
     *
     * @param code 137 when it was killed
     */
    public record Ended(int code, List<String> lines) {}

    /** Waits until it has ended. */
    public Ended awaitEnd() {
        try {
            List<String> lines = output.lines().toList();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A process does not end: " + lines);
            }
            return new Ended(process.exitValue(), lines);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Lets it end, and waits until it has. */
    void end() throws IOException {
        process.getOutputStream().close();
        awaitEnd();
    }

    boolean hasEnded() {
        return !isReady;
    }

    public long pid() {
        return process.pid();
    }

    /** Its threads by their numbers, with their names as the kernel has them. */
    public Map<Long, String> threads() {
        Path tasks = Path.of("/proc/" + pid() + "/task");
        try (Stream<Path> folders = Files.list(tasks)) {
            Map<Long, String> threads = new TreeMap<>();
            for (Path folder : folders.toList()) {
                threads.put(
                        Long.valueOf(folder.getFileName().toString()),
                        Files.readString(folder.resolve("comm")).strip());
            }
            return threads;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
