package physio.outcomes.cli;

import java.util.List;
import java.util.Locale;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.ingest.Tally;
import physio.outcomes.job.StatusJob;
import physio.outcomes.job.Workplace;
import physio.outcomes.store.Delivery;
import physio.outcomes.store.StoreState;
import picocli.CommandLine.Command;

/** {@code outcomes status}. */
@Command(name = "status", description = "Says what the store holds: its months and its deliveries.")
final class StatusCommand extends JobCommand {
    @Override
    ExitCode run(Workplace workplace) {
        StatusJob job = new StatusJob(workplace);
        StoreState state = job.run();
        List<Delivery> current = state.current();
        say(workplace.store() + ": " + current.size() + " deliveries in force of "
                + state.deliveries().size() + ", last run " + state.lastRun());
        job.tables().elsewhere().ifPresent(place -> say("tables in " + place));
        state.firstDate()
                .ifPresent(first ->
                        say("sessions from " + first + " to " + state.lastDate().orElse(first)));
        say(IngestSummary.law(current.stream().map(Delivery::tally).reduce(Tally.ZERO, Tally::plus)));
        state.deliveries().forEach(delivery -> say(line(delivery, current.contains(delivery))));
        return ExitCode.DONE;
    }

    private static String line(Delivery delivery, boolean isCurrent) {
        String note =
                delivery.replaces().map(replaced -> ", replaces " + replaced).orElse("")
                        + (isCurrent ? "" : ", replaced since");
        return String.format(
                Locale.ROOT,
                "%6d  %s  %s: %,d stored, %,d quarantined%s",
                delivery.number(),
                delivery.file().source(),
                delivery.file().name(),
                delivery.tally().stored(),
                delivery.tally().quarantined(),
                note);
    }
}
