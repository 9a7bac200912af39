package physio.outcomes.cli;

import java.util.List;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.job.RebuildJob;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;

/** {@code outcomes rebuild}. */
@Command(
        name = "rebuild",
        description = "Sums anew what the store keeps of years that are over, so that reports need not read them again."
                + " Reports keep that up to date by themselves; what they say is the same with it and without.")
final class RebuildCommand extends JobCommand {
    @Override
    ExitCode run(Workplace workplace) {
        List<Integer> years = new RebuildJob(workplace).run();
        say(
                years.isEmpty()
                        ? "No year is settled: a report of the newest month reads all sessions."
                        : "Settled: " + years.get(0) + " to " + years.get(years.size() - 1)
                                + ". A report of the newest month reads what came after, and the patients of that.");
        return ExitCode.DONE;
    }
}
