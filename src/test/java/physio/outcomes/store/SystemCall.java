package physio.outcomes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of the system that strace has written down.
 *
 * @param thread that made it
 * @param name of the call
 * @param number among the calls of this name by this thread, from 1
 * @param line as strace wrote it, files by their paths
 */
public record SystemCall(long thread, String name, int number, String line) {
    private static final Pattern CALL = Pattern.compile("(?:(\\d+) +)?([a-z0-9]+)\\(.*");

    /** All calls in what strace wrote, in order; where it names no thread, it followed one alone. */
    static List<SystemCall> in(Path log) {
        List<SystemCall> calls = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher call = CALL.matcher(line);
                if (call.matches()) {
                    String thread = call.group(1) == null ? "0" : call.group(1);
                    int number = counts.merge(thread + call.group(2), 1, Integer::sum);
                    calls.add(new SystemCall(Long.parseLong(thread), call.group(2), number, line));
                }
            }
            return calls;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether it is about a file in a folder. */
    public boolean isAt(Path folder) {
        return line.contains(folder.toString());
    }

    boolean isSync() {
        return name.equals("fsync") || name.equals("fdatasync");
    }

    /** Whether a full disk refuses it. */
    boolean needsRoom() {
        return name.startsWith("write")
                || name.startsWith("pwrite")
                || name.equals("mkdir")
                || line.contains("O_CREAT");
    }
}
