package physio.outcomes.cli;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.MonthlyReportJob;
import physio.outcomes.job.Rendering;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outcomes report}. */
@Command(name = "report", description = "Makes the monthly report: one page for all clinics and one a clinic.")
final class ReportCommand extends JobCommand {
    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month to report (default: the store's newest).")
    private @Nullable YearMonth month;

    @Mixin
    private FormatOptions formats = new FormatOptions();

    @Option(names = "--force", description = "Renders also when nothing has changed.")
    private boolean isForced;

    @Option(
            names = "--with-late-records",
            description =
                    "Renders anew, with what has changed since earlier releases also where it concerns few patients."
                            + " Only when none of those has been passed on: it forgets what they told, of all months.")
    private boolean hasLateRecords;

    @Override
    ExitCode run(Workplace workplace) {
        Rendering changed = isForced ? Rendering.ALWAYS : Rendering.IF_CHANGED;
        Rendering rendering = hasLateRecords ? Rendering.WITH_ALL_RECORDS : changed;
        ReportSummary.tell(
                "Monthly report",
                new MonthlyReportJob(workplace).run(Optional.ofNullable(month), formats.formats(), rendering),
                this);
        return ExitCode.DONE;
    }
}
