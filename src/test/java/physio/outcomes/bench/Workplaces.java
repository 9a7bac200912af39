package physio.outcomes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A store and the reports of it, for one run of a case.
 *
 * @param program {@code jobs/outcomes}, or {@code jobs/submit} with its options
 * @param heap the option that bounds it, or nothing
 */
record Workplaces(List<String> program, Path store, Path reports, String heap) {

    /** Takes files in. */
    TimedProcess ingest(List<Path> files) throws IOException {
        return run("ingest", files.stream().map(Path::toString).toList());
    }

    /** Any command, with its arguments before the folders. */
    TimedProcess run(String command, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(program);
        all.add(command);
        all.addAll(arguments);
        all.addAll(List.of("--store", store.toString()));
        if (!command.equals("ingest")) {
            all.addAll(List.of("--reports", reports.toString()));
        }
        return TimedProcess.run(Map.of("OUTCOMES_JAVA_OPTIONS", heap), all);
    }

    /** Puts the store aside, to be copied from: it works only in its own place. */
    void moveTo(Path other) throws IOException {
        Bench.delete(other);
        Files.move(store, other);
    }

    /** The store as it was when it was put aside. */
    void copyFrom(Path other) throws IOException {
        remove();
        try (Stream<Path> all = Files.walk(other)) {
            for (Path from : all.toList()) {
                Files.copy(from, store.resolve(other.relativize(from)));
            }
        }
    }

    void remove() throws IOException {
        Bench.delete(store);
        Bench.delete(reports);
    }
}
