package physio.outcomes.cli;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.CompareJob;
import physio.outcomes.job.IngestJob;
import physio.outcomes.job.MonthlyReportJob;
import physio.outcomes.job.Rendering;
import physio.outcomes.job.StatusJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outcomes run}: from files to reports in one go. */
@Command(
        name = "run",
        description = "Takes files in, then makes the monthly report of the newest month and the comparison 'default'.")
final class RunCommand extends JobCommand {
    @Mixin
    private IngestOptions ingest = new IngestOptions();

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month to report (default: the store's newest).")
    private @Nullable YearMonth month;

    @Option(
            names = "--without-comparison",
            description = "Makes the monthly report only, which is what a new month asks for.")
    private boolean isWithoutComparison;

    @Override
    ExitCode run(Workplace workplace) {
        ExitCode ended = IngestSummary.tell(new IngestJob(workplace).run(ingest.order()), this);
        if (ended == ExitCode.FILE_REFUSED
                && new StatusJob(workplace).run().lastDate().isEmpty()) {
            return ended;
        }
        if (!isWithoutComparison) {
            workplace.cohorts().keepAll();
        }
        ReportSummary.tell(
                "Monthly report",
                new MonthlyReportJob(workplace)
                        .run(Optional.ofNullable(month), formats.formats(), Rendering.IF_CHANGED),
                this);
        if (!isWithoutComparison) {
            ReportSummary.tell(
                    "Comparison",
                    new CompareJob(workplace).run(CompareJob.Question.DEFAULT, formats.formats(), Rendering.IF_CHANGED),
                    this);
        }
        return ended;
    }
}
