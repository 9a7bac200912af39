package physio.outcomes.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.StoreCompacted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes compact}. */
@Command(
        name = "compact",
        description = "Merges small files of the store and removes, after a day, those that no state of it is made of."
                + " What is in it stays, and so does what it was as of each delivery.")
final class CompactCommand extends UpkeepCommand {
    @Option(
            names = "--forget-before",
            paramLabel = "N",
            description =
                    "Forgets for good what the store was as of deliveries before N: 'restore' and '--as-of' do not go"
                            + " back there any more.")
    private @Nullable Integer first;

    @Override
    ExitCode run(Workplace workplace) {
        say(told(upkeep(workplace).compact(Optional.ofNullable(first))));
        if (first != null) {
            say("The store can be asked for as of delivery " + first + " and later.");
        }
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
