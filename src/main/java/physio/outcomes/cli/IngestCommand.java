package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.IngestJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code outcomes ingest}. */
@Command(
        name = "ingest",
        description = "Takes files into the store; those refused are left out, the others go in together.")
final class IngestCommand extends JobCommand {
    @Mixin
    private IngestOptions ingest = new IngestOptions();

    @Override
    ExitCode run(Workplace workplace) {
        return IngestSummary.tell(new IngestJob(workplace).run(ingest.order()), this);
    }
}
