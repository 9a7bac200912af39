package physio.outcomes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import physio.outcomes.domain.ExitCode;
import physio.outcomes.domain.UserException;
import physio.outcomes.ingest.simulate.Simulation;
import physio.outcomes.ingest.simulate.SimulationPlan;
import physio.outcomes.job.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outcomes simulate}. */
@Command(
        name = "simulate",
        description = "Writes realistic sessions with known true effects: a CSV a month and a README.md.")
final class SimulateCommand extends JobCommand {
    @Option(names = "--sessions", paramLabel = "N", required = true, description = "How many clean records.")
    private long sessions;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A new or empty folder.")
    private Path out = Path.of("");

    @Override
    ExitCode run(Workplace workplace) {
        try {
            Simulation.write(SimulationPlan.of(sessions, seed), out, done -> {
                if (done % 1_000_000 == 0) {
                    workplace.progress().stage(String.format(Locale.ROOT, "%,d of %,d sessions", done, sessions));
                }
            });
        } catch (IOException failed) {
            throw UserException.store("Cannot write to " + out + ": check room and permissions.");
        }
        say(String.format(Locale.ROOT, "%,d sessions in %s; the true effects are in its README.md.", sessions, out));
        return ExitCode.DONE;
    }
}
