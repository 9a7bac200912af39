package physio.outcomes.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.CheckJob;
import physio.outcomes.job.CheckedFile;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outcomes check}. */
@Command(
        name = "check",
        description = "Says what is wrong with files, and stores nothing. Exit code 3 if one would be refused.")
final class CheckCommand extends JobCommand {
    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Files, folders or globs, also by address (hdfs://…); CSV, also gzipped or in a zip archive.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--mapping", paramLabel = "NAME", description = "A mapping in jobs/mappings/, or a file.")
    private @Nullable String mapping;

    @Option(names = "--as-of", paramLabel = "DATE", description = "No session lies after this day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, or json for programs (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** How the result is written. */
    private enum Format {
        TEXT,
        JSON
    }

    @Override
    ExitCode run(Workplace workplace) {
        List<CheckedFile> files = new CheckJob(workplace)
                .run(inputs, Optional.ofNullable(mapping).map(GlobalOptions::mappingFile), Optional.ofNullable(asOf));
        switch (format) {
            case TEXT -> new CheckText(this).tell(files);
            case JSON -> say(CheckJson.of(files));
        }
        return files.stream().anyMatch(file -> file.refusal().isPresent()) ? ExitCode.FILE_REFUSED : ExitCode.DONE;
    }
}
