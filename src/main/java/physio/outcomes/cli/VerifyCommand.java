package physio.outcomes.cli;

import java.util.Locale;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.Plural;
import physio.outcomes.job.UpkeepJob;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.Leftovers;
import physio.outcomes.store.StoreCheck;
import picocli.CommandLine.Command;

/** {@code outcomes verify}. */
@Command(
        name = "verify",
        description =
                "Reads everything in the store, changes nothing, and names what is damaged, missing or miscounted.")
final class VerifyCommand extends JobCommand {
    private static final int BYTES_OF_A_MEGABYTE = 1_000_000;

    @Override
    ExitCode run(Workplace workplace) {
        StoreCheck check = new UpkeepJob(workplace, false).verify();
        check.wrong().forEach(this::say);
        if (!check.wrong().isEmpty()) {
            say(Plural.of(check.wrong().size(), "fault") + " in " + workplace.store()
                    + ". Put back what is named from a backup; or go back to the newest state that is whole by 'restore',"
                    + " then take in again what came after it.");
            return ExitCode.STORE_FAILED;
        }
        say(workplace.store() + " is whole: " + check.deliveries() + " deliveries, " + Plural.of(check.files(), "file")
                + " read, counts and checksums right.");
        Leftovers left = check.leftovers();
        if (!left.files().isEmpty()) {
            say(size(left) + " belong to no state of it; 'compact' removes those older than a day.");
        }
        return ExitCode.DONE;
    }

    /** How much files are. */
    static String size(Leftovers files) {
        return Plural.of(files.files().size(), "file") + " ("
                + String.format(Locale.ROOT, "%.1f MB", (double) files.bytes() / BYTES_OF_A_MEGABYTE) + ")";
    }
}
