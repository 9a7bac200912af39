package physio.outcomes.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows the calls of a process by which files change, and lets one of them end it, or fail. */
public final class Strace implements AutoCloseable {
    private static final String CALLS = "openat,write,pwrite64,rename,renameat2,link,linkat,fsync,fdatasync,ftruncate,"
            + "unlink,unlinkat,rmdir,mkdir,mkdirat,chmod,fchmod,fchmodat";

    private final Process process;
    private final Path log;

    private Strace(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Skips a test where calls cannot be followed. */
    public static void assume(Path folder) {
        boolean mayTrace = false;
        try {
            Process sleeping = new ProcessBuilder("sleep", "60").start();
            try (Strace strace = of(sleeping.pid(), folder.resolve("strace.log"))) {
                mayTrace = strace.isAttached();
            } finally {
                sleeping.destroyForcibly();
            }
        } catch (IOException notInstalled) {
            mayTrace = false;
        }
        assumeTrue(
                mayTrace, "strace is not installed here, or may not follow other processes (kernel.yama.ptrace_scope)");
    }

    /** Follows all threads of a process. */
    public static Strace of(long process, Path log) throws IOException {
        return start(log, List.of("-f", "-p", String.valueOf(process)));
    }

    /**
     * Follows one thread alone, which counts its calls from now on.
     *
     * @param fault what happens, in strace's words, such as {@code signal=SIGKILL}
     */
    static Strace of(long thread, Path log, String call, String fault, String when) throws IOException {
        return start(
                log, List.of("-e", "inject=" + call + ":" + fault + ":when=" + when, "-p", String.valueOf(thread)));
    }

    /** Follows all threads of a process, and kills it before the first of them makes a call for the given time. */
    public static Strace killing(long process, Path log, SystemCall call) throws IOException {
        String fault = "inject=" + call.name() + ":signal=SIGKILL:when=" + call.number();
        return start(log, List.of("-f", "-e", fault, "-p", String.valueOf(process)));
    }

    private static Strace start(Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-y", "-s", "0", "-o", log.toString()));
        command.addAll(List.of("-e", "trace=" + CALLS));
        command.addAll(options);
        return new Strace(new ProcessBuilder(command).redirectErrorStream(true).start(), log);
    }

    private boolean isAttached() throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line != null && line.contains(" attached");
    }

    /** Waits until it follows. */
    public Strace awaitAttached() {
        try {
            if (!isAttached()) {
                throw new IllegalStateException("strace does not follow");
            }
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What it has written down of a process that has ended. */
    public List<SystemCall> calls() {
        try {
            process.waitFor();
            return SystemCall.in(log);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What it has written down until now, where it ends to follow. */
    List<SystemCall> callsSoFar() {
        close();
        return calls();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
