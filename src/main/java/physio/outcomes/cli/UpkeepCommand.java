package physio.outcomes.cli;

import physio.outcomes.job.UpkeepJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Option;

/** A command that changes a store as a whole. */
abstract class UpkeepCommand extends JobCommand {
    @Option(names = "--wait", description = "Waits for another run to end.")
    private boolean isWaiting;

    /** The job that does it. */
    final UpkeepJob upkeep(Workplace workplace) {
        return new UpkeepJob(workplace, isWaiting);
    }
}
