package physio.outcomes.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.StoreRestored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes restore}. */
@Command(
        name = "restore",
        description =
                "Goes back to what the store was when a delivery was its newest, or, when it is damaged, to its newest"
                        + " state that is whole.")
final class RestoreCommand extends UpkeepCommand {
    @Option(
            names = "--to",
            paramLabel = "N",
            description = "The newest delivery then, as 'status' lists it; also one after the store's newest now,"
                    + " to undo an earlier restore.")
    private @Nullable Integer to;

    @Override
    ExitCode run(Workplace workplace) {
        StoreRestored restored = upkeep(workplace).restore(Optional.ofNullable(to));
        restored.aside().forEach(file -> say("Damaged, and out of the way now: " + file));
        say(workplace.store() + " is as of "
                + (restored.newest() == 0 ? "its beginning" : "delivery " + restored.newest()) + ".");
        if (restored.newest() < restored.last()) {
            say("Not in it: what came after, up to delivery " + restored.last() + ". Take those files in again"
                    + (to == null ? "." : ", or go forward by 'restore --to N'."));
        }
        return ExitCode.DONE;
    }
}
