package physio.outcomes.cli;

import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes upgrade}. */
@Command(
        name = "upgrade",
        description = "Lets this version write to a store that an earlier version made, which it reads without.")
final class UpgradeCommand extends UpkeepCommand {
    @Option(
            names = "--back",
            description = "The other way: lets the earlier version write again, as long as no patient was erased.")
    private boolean isBack;

    @Override
    ExitCode run(Workplace workplace) {
        upkeep(workplace).upgrade(isBack);
        say(workplace.store() + " can be written by "
                + (isBack
                        ? "the earlier version again; this one reads it, and writes to it after 'upgrade'."
                        : "this version now; 'upgrade --back' undoes it."));
        return ExitCode.DONE;
    }
}
