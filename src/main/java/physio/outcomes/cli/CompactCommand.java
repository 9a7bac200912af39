package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.job.UpkeepJob;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.StoreCompacted;
import picocli.CommandLine.Command;

/** {@code outcomes compact}. */
@Command(
        name = "compact",
        description = "Merges small files of the store and removes, after a day, those that no state of it is made of."
                + " What is in it stays, and so does what it was as of each delivery.")
final class CompactCommand extends JobCommand {
    @Override
    ExitCode run(Workplace workplace) {
        StoreCompacted compacted = new UpkeepJob(workplace).compact();
        say("Merged " + Plural.of(compacted.merged(), "small file") + " into " + compacted.into() + "; removed "
                + VerifyCommand.size(compacted.removed()) + " that belonged to no state of the store.");
        return ExitCode.DONE;
    }
}
