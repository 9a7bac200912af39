package physio.outcomes.cli;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.CompareJob;
import physio.outcomes.job.Rendering;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outcomes compare}. */
@Command(name = "compare", description = "Compares techniques with a reference: crude and adjusted.")
final class CompareCommand extends JobCommand {
    @Option(names = "--from", paramLabel = "YYYY-MM", description = "First month (default: the store's first).")
    private @Nullable YearMonth from;

    @Option(names = "--to", paramLabel = "YYYY-MM", description = "Last month (default: the store's last).")
    private @Nullable YearMonth to;

    @Option(names = "--measure", paramLabel = "ID", description = "One measure (default: all).")
    private @Nullable String measure;

    @Option(names = "--reference", paramLabel = "CODE", description = "The technique that others are held against.")
    private @Nullable String reference;

    @Option(names = "--region", paramLabel = "CODE", description = "One body region (default: all).")
    private @Nullable String region;

    @Option(
            names = "--as-of",
            paramLabel = "N",
            description = "Reads the store as it was when delivery N was its newest (default: as it is).")
    private @Nullable Integer asOf;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Names the report's folder (default: ${DEFAULT-VALUE}).")
    private String name = "default";

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Option(names = "--force", description = "Renders also when nothing has changed.")
    private boolean isForced;

    @Override
    ExitCode run(Workplace workplace) {
        CompareJob.Question question = new CompareJob.Question(
                name,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(measure),
                Optional.ofNullable(reference),
                Optional.ofNullable(region),
                Optional.ofNullable(asOf));
        Rendering rendering = isForced ? Rendering.ALWAYS : Rendering.IF_CHANGED;
        ReportSummary.tell("Comparison", new CompareJob(workplace).run(question, formats.formats(), rendering), this);
        return ExitCode.DONE;
    }
}
