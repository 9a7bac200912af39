package physio.outcomes.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.ingest.FileOutcome;
import physio.outcomes.ingest.Finding;
import physio.outcomes.job.CheckJob;
import physio.outcomes.job.CheckJob.CheckedFile;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outcomes check}. */
@Command(
        name = "check",
        description = "Says what is wrong with files, and stores nothing. Exit code 3 if one would be refused.")
final class CheckCommand extends JobCommand {
    private static final int MOST_SHOWN = 100;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files, folders or globs; CSV, also gzipped.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--mapping", paramLabel = "NAME", description = "A mapping in jobs/mappings/, or a file.")
    private @Nullable String mapping;

    @Option(names = "--as-of", paramLabel = "DATE", description = "No session lies after this day (default: today).")
    private @Nullable LocalDate asOf;

    @Override
    ExitCode run(Workplace workplace) {
        List<CheckedFile> files = new CheckJob(workplace)
                .run(inputs, Optional.ofNullable(mapping).map(GlobalOptions::mappingFile), Optional.ofNullable(asOf));
        files.forEach(this::tell);
        return files.stream().anyMatch(file -> file.outcome() instanceof FileOutcome.Refused)
                ? ExitCode.FILE_REFUSED
                : ExitCode.DONE;
    }

    private void tell(CheckedFile file) {
        file.findings().stream().limit(MOST_SHOWN).forEach(finding -> say(line(file, finding)));
        if (file.findings().size() > MOST_SHOWN) {
            say(file.name() + ": and " + (file.findings().size() - MOST_SHOWN) + " more findings");
        }
        if (file.outcome() instanceof FileOutcome.Refused refused) {
            warn("Refused: " + refused.sentence());
        } else if (file.outcome() instanceof FileOutcome.Accepted accepted) {
            accepted.warnings().forEach(warning -> warn("Note: " + file.name() + " " + warning.sentence() + "."));
            say(file.name() + ": " + IngestSummary.law(accepted.tally()));
        }
    }

    private static String line(CheckedFile file, Finding finding) {
        String column = finding.column().isEmpty() ? "record" : finding.column();
        return file.name() + ":" + finding.line() + ":" + column + ": "
                + finding.reason().code() + ": " + finding.reason().sentence();
    }
}
