package physio.outcomes.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.job.IngestJob;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of commands that take files in. */
final class IngestOptions {
    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files, folders or globs, also by address (hdfs://…); CSV, also gzipped or in a zip archive.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--mapping", paramLabel = "NAME", description = "A mapping in jobs/mappings/, or a file.")
    private @Nullable String mapping;

    @Option(names = "--source", paramLabel = "NAME", description = "Who sent the files (default: ${DEFAULT-VALUE}).")
    private String source = "default";

    @Option(names = "--as-of", paramLabel = "DATE", description = "No session lies after this day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--force",
            description = "Takes a file again: an older version, or one that was read by a wrong mapping.")
    private boolean isForced;

    @Option(
            names = "--replace",
            description = "Lets a file replace one of the same name that shares no session with it.")
    private boolean isReplacing;

    @Option(names = "--wait", description = "Waits for another run to end.")
    private boolean isWaiting;

    IngestJob.Order order() {
        return new IngestJob.Order(
                inputs,
                source,
                Optional.ofNullable(mapping).map(GlobalOptions::mappingFile),
                Optional.ofNullable(asOf),
                isForced,
                isReplacing,
                isWaiting);
    }
}
