package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.PractitionerJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outcomes practitioner}. */
@Command(
        name = "practitioner",
        description = "Says by which code reports name a practitioner, where report.practitioners is on.")
final class PractitionerCommand extends JobCommand {
    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Whose id it is, as in ingest (default: ${DEFAULT-VALUE}).")
    private String source = "";

    @Parameters(paramLabel = "ID", description = "The id in that source's files; it is not kept.")
    private String id = "";

    @Override
    ExitCode run(Workplace workplace) {
        say(new PractitionerJob(workplace).code(source, id));
        return ExitCode.DONE;
    }
}
