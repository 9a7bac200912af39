package physio.outcomes.cli;

import java.util.List;
import java.util.stream.Collectors;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.StoreErased;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outcomes erase}. */
@Command(
        name = "erase",
        description = "Removes a patient from all that the store holds or ever held, and from what is delivered later."
                + " There is no way back.")
final class EraseCommand extends UpkeepCommand {
    @Option(
            names = "--patient",
            required = true,
            paramLabel = "ID",
            description = "The patient's id in the delivered files, or as the mapping makes it; it is not kept.")
    private String patient = "";

    @Mixin
    private SourceOption source = new SourceOption();

    @Option(names = "--dry-run", description = "Says what would be removed, and changes nothing.")
    private boolean isTrial;

    @Override
    ExitCode run(Workplace workplace) {
        StoreErased erased = upkeep(workplace).erase(source.name(), patient, isTrial);
        say((isTrial ? "Would remove " : "Removed ") + Plural.of(erased.sessions(), "session") + " and "
                + Plural.of(erased.rejected(), "record") + " in quarantine" + brought(erased.deliveries()) + " from "
                + Plural.of(erased.states(), "state") + " of the store.");
        if (!isTrial) {
            say("Nothing of the patient is left in the store: " + Plural.of(erased.read(), "file")
                    + " read again. Later deliveries will not bring the patient back.");
        }
        if (erased.withheld() > 0) {
            say((isTrial ? "Would be left" : "Left") + " out of later reports: "
                    + Plural.of(erased.withheld(), "month") + " of the patient's clinics, since earlier ones showed the"
                    + " patient: who holds both could tell the patient's scores from the difference. Reports up to the last"
                    + " one released cannot be made again.");
        }
        say("What lies outside the store is as it was: the delivered files, reports, exports and backups.");
        return ExitCode.DONE;
    }

    private static String brought(List<Integer> deliveries) {
        return deliveries.isEmpty()
                ? ""
                : deliveries.stream().map(String::valueOf).collect(Collectors.joining(", ", " (delivery ", ")"));
    }
}
