package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.PractitionerJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code outcomes practitioner}. */
@Command(
        name = "practitioner",
        description = "Says by which code reports name a practitioner, where report.practitioners is on.")
final class PractitionerCommand extends JobCommand {
    @Mixin
    private SourceOption source = new SourceOption();

    @Parameters(paramLabel = "ID", description = "The id in that source's files; it is not kept.")
    private String id = "";

    @Override
    ExitCode run(Workplace workplace) {
        say(new PractitionerJob(workplace).code(source.name(), id));
        return ExitCode.DONE;
    }
}
