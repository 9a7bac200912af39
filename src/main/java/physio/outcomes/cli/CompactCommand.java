package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.StoreCompacted;
import picocli.CommandLine.Command;

/** {@code outcomes compact}. */
@Command(
        name = "compact",
        description = "Merges small files of the store and removes, after a day, those that no state of it is made of."
                + " What is in it stays, and so does what it was as of each delivery.")
final class CompactCommand extends UpkeepCommand {
    @Override
    ExitCode run(Workplace workplace) {
        say(told(upkeep(workplace).compact()));
        return ExitCode.DONE;
    }

    /** What was done, as one would say it. */
    static String told(StoreCompacted compacted) {
        boolean isMerged = compacted.merged() > 0;
        boolean isRemoved = !compacted.removed().files().isEmpty();
        if (!isMerged && !isRemoved) {
            return "Nothing to do: no small files to merge, and none that belong to no state of the store and are a day old.";
        }
        String merged = isMerged
                ? "Merged " + Plural.of(compacted.merged(), "small file") + " into " + compacted.into()
                : "No small files to merge";
        return merged
                + (isRemoved
                        ? "; removed " + VerifyCommand.size(compacted.removed())
                                + " that belonged to no state of the store."
                        : "; nothing to remove: what was merged stays for a day, for those who read it.");
    }
}
