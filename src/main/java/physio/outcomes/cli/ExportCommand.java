package physio.outcomes.cli;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import physio.outcomes.catalogue.Settings.PrivacyProfile;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.Destination;
import physio.outcomes.job.ExportJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes export}. */
@Command(
        name = "export",
        description = "Writes a month's protected tables and their data dictionary as CSV and Parquet, with a"
                + " disclosure statement.")
final class ExportCommand extends JobCommand {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "A new folder, or an empty one, also an address such as hdfs://….")
    private String to = "";

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month whose report's tables are exported (default: the store's newest).")
    private @Nullable YearMonth month;

    @Override
    ExitCode run(Workplace workplace) {
        ExportJob.Exported exported = new ExportJob(workplace).run(Destination.of(to), Optional.ofNullable(month));
        say("Tables of " + exported.month() + ": " + exported.folder().resolve("tables"));
        say("Disclosure statement: " + exported.folder().resolve("disclosure-statement.md"));
        if (exported.profile() == PrivacyProfile.NONE) {
            warn("Warning: nothing in " + exported.folder()
                    + " is protected (privacy.profile: none): figures of single patients can be in it. Do not pass it"
                    + " on.");
        }
        say(profile(exported.profile()));
        return ExitCode.DONE;
    }

    private static String profile(PrivacyProfile profile) {
        return switch (profile) {
            case INTERNAL ->
                "Protected by profile internal: for the web, export with --set privacy.profile=public instead.";
            case PUBLIC -> "Protected by profile public.";
            case NONE -> "Profile none: NOTHING IS PROTECTED.";
        };
    }
}
